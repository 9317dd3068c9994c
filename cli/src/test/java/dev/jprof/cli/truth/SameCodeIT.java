package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile says so that another one can be compared with it. */
class SameCodeIT {
    private static final String SOURCE = """
            package host;
            import java.util.function.*;
            public class Same {
                interface Shape { double area(); }
                static class Square implements Shape {
                    final double side;
                    Square(double side) { this.side = side; }
                    public double area() { return side * side; }
                }
                static int choose(String text, int[] counts) {
                    switch (text.length()) { case 1: return counts[0]; case 900: return 7; default: }
                    synchronized (counts) {
                        try { return Integer.parseInt(text) + 123456789; }
                        catch (NumberFormatException e) { counts[0]++; }
                        finally { counts[1] += 400; }
                    }
                    return -1;
                }
                static long twice(LongUnaryOperator f, long x) { return f.applyAsLong(f.applyAsLong(x)); }
                public static void main(String[] args) {
                    int[] counts = new int[args.length + 2];
                    long sum = twice(x -> x * 3 + choose("9", counts), 5L) + choose("nine", counts);
                    for (Shape shape : new Shape[] {new Square(2), () -> 0.5}) sum += (long) shape.area();
                    if (sum == 0x7fffffffffL) throw new IllegalStateException();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void every_compiler_and_every_debug_flag_makes_methods_of_the_same_hash() throws Exception {
        Map<String, Long> expected = hashes(run(compiled(InstalledJdks.from(17).get(0), "-g")));

        assertThat(expected).hasSize(7).doesNotContainValue(0L);
        for (Jdk jdk : InstalledJdks.from(11)) {
            assertThat(hashes(run(compiled(jdk, jdk.major() % 2 == 0 ? "-g" : "-g:none"))))
                    .as("%s", jdk)
                    .isEqualTo(expected);
        }
    }

    @Test
    void arguments_are_digested_and_never_told() throws Exception {
        Path classes = compiled(InstalledJdks.from(17).get(0), "-g");
        Profile profile = run(classes, "--password", "geheim sésame");

        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest("--password geheim sésame".getBytes(StandardCharsets.UTF_8));
        assertThat(part(profile, "counts"))
                .containsEntry("workload", HexFormat.of().formatHex(digest))
                .containsEntry("mode", "instrument")
                .containsEntry("filter", "include=host.*,exclude=host.None");
        assertThat(part(profile, "times"))
                .containsEntry("jdk", (long) Runtime.version().feature())
                .containsEntry("clock", "wall")
                .containsKey("machine");
        assertThat(Files.readString(folder.resolve("profile.json"))).doesNotContain("geheim", "--password");
    }

    private static Map<Object, Object> part(Profile profile, String name) {
        var comparability = (Map<?, ?>) profile.meta().values().getOrDefault("comparability", Map.of());
        return new TreeMap<>((Map<?, ?>) comparability.get(name));
    }

    private Profile run(Path classes, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-cp", classes.toString(), "host.Same"));
        command.addAll(List.of(arguments));
        return ChildJvm.in(folder)
                .with("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8")
                .withAgent("include=host.*,exclude=host.None")
                .run(command.toArray(String[]::new))
                .profile();
    }

    private Path compiled(Jdk jdk, String debug) throws Exception {
        Path classes = Files.createTempDirectory(folder, "classes");
        Path source = Files.writeString(classes.resolve("Same.java"), SOURCE);
        Process javac = new ProcessBuilder(
                        jdk.tool("javac"), "-nowarn", "--release", "11", debug, "-d", classes.toString(), "" + source)
                .redirectErrorStream(true)
                .start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(javac.waitFor()).as(output).isZero();
        return classes;
    }

    private static Map<String, Long> hashes(Profile profile) {
        Map<String, Long> hashes = new TreeMap<>();
        for (Method method : profile.methods()) {
            hashes.put(method.qualifiedName(), method.hash());
        }
        return hashes;
    }
}
