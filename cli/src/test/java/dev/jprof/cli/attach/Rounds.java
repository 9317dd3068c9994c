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
        Javac.compile(8, classes, "app.Peek", Peek.SOURCE);
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
