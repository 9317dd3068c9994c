package dev.jprof.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.Main;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.Javac;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that makes a known number of calls each time that it is told to, and what jprof is asked about it. */
final class Rounds implements AutoCloseable {
    private static final String SOURCE = """
            package app;

            import java.util.Scanner;

            public class Rounds {
                static int round(int calls) {
                    int sum = 0;
                    for (int i = 0; i < calls; i++) sum += step(i) + Other.step(i);
                    return sum;
                }

                static int step(int i) { return tiny(i) + Integer.toString(i).length(); }

                static int tiny(int i) { return i + 1; }

                public static void main(String[] args) throws Exception {
                    System.out.println("ready");
                    Scanner in = new Scanner(System.in);
                    while (in.hasNextLine()) {
                        String[] words = in.nextLine().split(" ");
                        Object answer = words.length == 1
                            ? round(Integer.parseInt(words[0]))
                            : Class.forName(words[0]).getMethod(words[1]).invoke(null);
                        System.out.println(answer);
                    }
                }
            }

            class Other {
                static int step(int i) { return Rounds.tiny(i) * Integer.toString(i).length(); }
            }
            """;

    /** What the program can be asked about itself: what all probes have counted since its start, its threads, its classes. */
    private static final String PEEK = """
            package app;

            import java.io.*;
            import java.lang.management.ManagementFactory;
            import java.lang.reflect.Field;
            import java.util.*;

            public class Peek {
                public static long calls() throws Exception {
                    long sum = 0;
                    for (long calls : (long[]) nodes("calls")) sum += calls;
                    return sum;
                }

                public static long paths() throws Exception { return ((Integer) nodes("size")).longValue(); }

                private static Object nodes(String column) throws Exception {
                    Class<?> baseline = Class.forName("dev.jprof.agent.output.Baseline");
                    Class<?> snapshot = Class.forName("dev.jprof.agent.output.Snapshot");
                    Object nothing = baseline.getMethod("nothing").invoke(null);
                    Object nodes = field(snapshot, "nodes").get(snapshot.getMethod("since", baseline).invoke(null, nothing));
                    return field(nodes.getClass(), column).get(nodes);
                }

                private static Field field(Class<?> type, String name) throws Exception {
                    Field field = type.getDeclaredField(name);
                    field.setAccessible(true);
                    return field;
                }

                public static String threads() {
                    Set<String> names = new TreeSet<>();
                    for (Thread thread : Thread.getAllStackTraces().keySet()) {
                        if (thread.getName().startsWith("jprof")) names.add(thread.getName());
                    }
                    return names.toString();
                }

                public static int classes() {
                    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
                }

                private static final List<Class<?>> MANY = new ArrayList<>();

                /** Copies of one class, each of its own name: the names are of one length. */
                public static int hundred() throws Exception { return many(100); }
                public static int tenThousand() throws Exception { return many(10000); }

                private static int many(int count) throws Exception {
                    byte[] bytes = new byte[1 << 16];
                    int length;
                    try (InputStream in = Peek.class.getResourceAsStream("Z00000.class")) {
                        length = in.read(bytes);
                    }
                    String text = new String(bytes, 0, length, "ISO-8859-1");
                    final Map<String, byte[]> copies = new LinkedHashMap<>();
                    for (int i = 1; i <= count; i++) {
                        String name = String.format("Z%05d", i);
                        copies.put("app." + name, text.replace("Z00000", name).getBytes("ISO-8859-1"));
                    }
                    ClassLoader loader = new ClassLoader(Peek.class.getClassLoader()) {
                        @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
                            byte[] copy = copies.get(name);
                            if (copy == null) throw new ClassNotFoundException(name);
                            return defineClass(name, copy, 0, copy.length);
                        }
                    };
                    for (String name : copies.keySet()) MANY.add(Class.forName(name, true, loader));
                    return MANY.size();
                }

                /** Calls each of them once. */
                public static int callMany() throws Exception {
                    int sum = 0;
                    for (Class<?> type : MANY) {
                        java.lang.reflect.Method work = type.getMethod("work");
                        work.setAccessible(true);
                        sum += (Integer) work.invoke(null);
                    }
                    return sum;
                }
            }

            class Z00000 {
                int field;
                public Z00000() { field = hashCode(); }
                public static int work() { return new Z00000().deep(3) > Integer.MIN_VALUE ? 1 : 0; }
                int deep(int levels) { return levels == 0 ? field : deep(levels - 1) + text(levels).length(); }
                String text(int of) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < of; i++) text.append(i).append(field);
                    try { Integer.parseInt(text.toString()); } catch (NumberFormatException tooLong) { text.append('!'); }
                    return text.toString();
                }
            }
            """;

    final Path folder;
    private final Process process;
    private final BufferedReader out;

    private Rounds(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the program and waits until it listens; its standard error is {@code err.txt} of the folder. */
    static Rounds start(Jdk jdk, Path folder, String... flags) throws IOException {
        Path classes = folder.resolve("classes");
        Javac.compile(8, classes, "app.Rounds", SOURCE);
        Javac.compile(8, classes, "app.Peek", PEEK);
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classes.toString(), "app.Rounds"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(folder.resolve("err.txt").toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Rounds rounds = new Rounds(folder, builder.start());
        assertThat(rounds.out.readLine()).isEqualTo("ready");
        return rounds;
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** Makes one call of {@code round} and so many of {@code step}, twice as many of {@code tiny}. */
    void make(int calls) throws IOException {
        tell(Integer.toString(calls));
    }

    /** Says a line to the program and returns its answer. */
    String tell(String line) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("the program ended, see err.txt");
        }
        return answer;
    }

    /** What a verb printed and how it ended. */
    record Said(int exitCode, String out, String err) {}

    static Said jprof(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(words, out, err);
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same, which must end well. */
    static String jprofWell(String... words) {
        Said said = jprof(words);
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        return said.out();
    }

    Profile dump() throws IOException {
        return profile("dump");
    }

    Profile stop() throws IOException {
        return profile("stop");
    }

    private Profile profile(String verb) throws IOException {
        Path file = folder.resolve(verb + ".json");
        jprofWell(verb, pid(), "-o", file.toString());
        return ProfileReader.read(file);
    }

    /** The calls of a method, {@code app.Rounds.step}; overloads and threads are added up. */
    static long calls(Profile profile, String method) {
        return MethodTable.of(profile).rows().stream()
                .filter(row -> row.method().qualifiedName().equals(method))
                .mapToLong(row -> row.calls())
                .sum();
    }

    /** Lets the program come to its end. */
    int end() throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
