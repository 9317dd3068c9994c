package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler makes of one program: which of its methods are counted, and which are not. */
class KindsIT {
    private static final String SOURCE = """
            package app;

            import java.io.ByteArrayInputStream;
            import java.io.ByteArrayOutputStream;
            import java.io.ObjectInputStream;
            import java.io.ObjectOutputStream;
            import java.io.Serializable;
            import java.lang.reflect.Proxy;
            import java.util.Arrays;
            import java.util.Comparator;
            import java.util.List;
            import java.util.function.Function;
            import java.util.function.Supplier;

            public class Kinds {
                enum Colour { RED, GREEN }
                static class Bean implements Serializable, Comparable<Bean>, AutoCloseable {
                    private static final long serialVersionUID = 1;
                    final int n;
                    { initialised(); }
                    Bean(int n) { this.n = n; }
                    Bean() { this(0); }
                    static void initialised() {}
                    public int compareTo(Bean other) { return Integer.compare(n, other.n); }
                    private int secret() { return n; }
                    public void close() { closed(); }
                    static void closed() {}
                }
                interface Greeter { String greet(String name); default String twice(String name) { return greet(greet(name)); } }
                static String paint(Colour colour) {
                    switch (colour) {
                        case RED: return "red";
                        default: return "other";
                    }
                }
                static String named(String name) {
                    switch (name) {
                        case "a": return "first";
                        case "b": return "second";
                        default: return "third";
                    }
                }
                static int sum(int... numbers) { int sum = 0; for (int n : numbers) sum += n; return sum; }
                static Supplier<Function<Integer, Integer>> nested(int k) { return () -> n -> n + k; }
                static <T extends Comparable<T>> T largest(List<T> list) { T best = list.get(0); for (T each : list) if (each.compareTo(best) > 0) best = each; return best; }
                static String reflected(String text) { return text + "!"; }
                static int resources() { try (Bean bean = new Bean(3)) { return bean.n; } }
                strictfp static double wide(long a, double b, long c) { return a + b + c; }

                public static void main(String[] args) throws Exception {
                    int total = 0;
                    for (int i = 0; i < 1000; i++) {
                        total += paint(Colour.values()[i % 2]).length() + named(i % 2 == 0 ? "a" : "c").length();
                        total += sum(1, 2, i) + nested(i).get().apply(1);
                        total += new Bean().secret() + largest(Arrays.asList(new Bean(i), new Bean(7))).n;
                        total += resources() + (int) wide(i, 0.5, 3L);
                        class Local { int twice(int n) { return n * 2; } }
                        total += new Local().twice(i);
                        Comparator<Bean> order = Comparator.comparing(Bean::secret);
                        total += order.compare(new Bean(i), new Bean(5));
                    }
                    Greeter greeter = (Greeter) Proxy.newProxyInstance(Kinds.class.getClassLoader(), new Class<?>[] {Greeter.class}, (proxy, method, given) -> reflected((String) given[0]));
                    System.out.println(greeter.greet("proxy"));
                    Greeter lambda = Kinds::reflected;
                    System.out.println(lambda.twice("lambda"));
                    for (int i = 0; i < 100; i++) Kinds.class.getDeclaredMethod("reflected", String.class).invoke(null, "r");
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    new ObjectOutputStream(bytes).writeObject(new Bean(total));
                    Bean copy = (Bean) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
                    System.out.println(copy.n == total);
                    System.out.println(total);
                    System.out.println(Arrays.asList(Bean.class.getDeclaredFields()).size() + Bean.class.getDeclaredMethods().length);
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_kind_of_method(Jdk jdk) {
        int release = Math.min(Math.min(jdk.major(), Runtime.version().feature()), 17);

        var profile = Target.of(folder, release, "app.Kinds", SOURCE)
                .runsTheSame(ChildJvm.on(jdk, folder), "include=app.*")
                .profile();

        Map<String, Long> calls = new TreeMap<>();
        Counts.of(profile).rows().forEach((name, row) -> calls.put(name.replace("app.Kinds", ""), row.calls()));
        assertThat(calls)
                .containsEntry(".main", 1L)
                .containsEntry(".paint", 1000L)
                .containsEntry(".named", 1000L)
                .containsEntry(".sum", 1000L)
                .containsEntry(".nested", 1000L)
                .containsEntry(".largest", 1000L)
                .containsEntry(".resources", 1000L)
                .containsEntry(".wide", 1000L)
                .containsEntry(".reflected", 103L)
                .containsEntry("$Colour.<clinit>", 1L)
                .containsEntry("$Colour.<init>", 2L)
                .containsEntry("$Colour.$values", 1L)
                .containsEntry("$Bean.<init>", 7001L)
                .containsEntry("$Bean.initialised", 6001L)
                .containsEntry("$Bean.compareTo", 2000L)
                .containsEntry("$Bean.secret", 3000L)
                .containsEntry("$Bean.close", 1000L)
                .containsEntry("$Bean.closed", 1000L)
                .containsEntry("$Greeter.twice", 1L)
                .containsEntry("$1Local.<init>", 1000L)
                .containsEntry("$1Local.twice", 1000L);
        assertThat(calls.keySet().stream()
                        .filter(name -> name.contains("lambda$nested"))
                        .mapToLong(calls::get)
                        .toArray())
                .containsExactly(1000, 1000);
        assertThat(calls.keySet()).noneMatch(name -> name.contains("access$"));
        PathTree main = PathTree.of(profile, key -> true).child("app.Kinds.main");
        assertThat(main.child("app.Kinds$Colour.values"))
                .as("calls of its own; javac may add one to set up the switch")
                .hasToString("1000 calls, 0 errors, 0 open");
    }
}
