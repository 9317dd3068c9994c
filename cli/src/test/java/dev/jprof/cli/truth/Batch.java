package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.export.PstatsExporter;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/** Random programs that are compiled together, run in one JVM after another, and compared with what they must show. */
final class Batch {
    private static final List<Integer> OLD_VERSIONS =
            List.of(Opcodes.V1_1, Opcodes.V1_2, Opcodes.V1_3, Opcodes.V1_4, Opcodes.V1_5);

    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();

    /** How a program is run. */
    enum Mode {
        plain,
        threads,
        pool
    }

    /** One program and its number of runs; {@code threads} threads run it so often each. */
    private record Entry(Program program, Mode mode, int threads, int repetitions, PathTree expected, int checksum) {}

    Batch(Path folder) {
        this.folder = folder;
    }

    Path classes() {
        return folder.resolve("classes");
    }

    List<Program> programs() {
        return entries.stream().map(Entry::program).toList();
    }

    /** Adds a program that makes at least {@code calls} calls in all its threads. */
    void add(Program program, Mode mode, long calls) {
        int threads = mode == Mode.plain ? 1 : 4;
        Interpreter interpreter = new Interpreter(program, Long.MAX_VALUE);
        if (mode != Mode.plain) {
            interpreter.initialiseAll();
        }
        long before = interpreter.calls();
        PathTree expected = new PathTree();
        if (mode != Mode.plain) {
            interpreter.moveTo(expected);
        }
        int sum = 0;
        int repetitions = 0;
        while ((interpreter.calls() - before) * threads < calls) {
            sum = sum * 31 + interpreter.runRoot(RandomProgram.datum(repetitions));
            repetitions++;
        }
        interpreter.addTo(expected, threads);
        entries.add(new Entry(program, mode, threads, repetitions, expected, sum * threads));
    }

    void compile() {
        try {
            Map<Integer, List<Path>> sources = new TreeMap<>();
            for (String name : List.of("Base", "Fn", "Fun", "Main")) {
                sources.computeIfAbsent(8, release -> new ArrayList<>())
                        .add(write("harness", name, resource("harness/" + name + ".java")));
            }
            for (Program program : programs()) {
                List<Path> files =
                        sources.computeIfAbsent(Math.max(8, program.release()), release -> new ArrayList<>());
                for (Map.Entry<String, String> file : JavaSource.of(program).entrySet()) {
                    files.add(write(program.packageName(), file.getKey(), file.getValue()));
                }
            }
            sources.forEach((release, files) -> Javac.compile(release, classes(), files));
            for (Program program : programs()) {
                if (program.release() < 8) {
                    Path folder = classes().resolve(program.packageName().replace('.', '/'));
                    OldClassFiles.age(folder, OLD_VERSIONS.get(program.seed() % OLD_VERSIONS.size()));
                }
            }
            Files.write(
                    folder.resolve("programs.txt"),
                    entries.stream().map(Batch::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Entry entry) {
        Program program = entry.program;
        StringBuilder line = new StringBuilder(program.packageName() + " " + entry.mode + " " + entry.threads + " "
                + entry.repetitions + " " + program.fuel());
        if (entry.mode != Mode.plain) {
            program.shapes().forEach(shape -> line.append(' ').append(shape.name));
        }
        return line.toString();
    }

    private Path write(String packageName, String className, String text) throws IOException {
        Path file =
                folder.resolve("sources").resolve(packageName.replace('.', '/')).resolve(className + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream source = Batch.class.getResourceAsStream("/truth/" + name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What all programs together must show. */
    PathTree expected() {
        PathTree all = new PathTree();
        entries.forEach(entry -> entry.expected.addTo(all));
        return all;
    }

    /** Runs all programs in {@code jvm} under the agent and compares checksums, calls, errors and paths. */
    void assertExact(ChildJvm jvm, String options) {
        Profile profile = run(jvm, "include=gen.*," + options);
        PathTree actual = PathTree.of(profile, key -> key.startsWith("gen."));

        assertThat(profile.meta().values()).doesNotContainKey("overflow");
        assertThat(expected().without(PathTree.skipped(profile)).differences(actual))
                .as("paths that differ")
                .isEmpty();
    }

    /** As {@link #assertExact}, but paths may have been folded: each method's sums are compared. */
    void assertTotalsExact(ChildJvm jvm, String options) {
        Profile profile = run(jvm, "include=gen.*," + options);

        assertThat(profile.meta().values()).containsKey("overflow");
        PathTree actual = PathTree.of(profile, key -> key.startsWith("gen."));
        PathTree expected = expected().without(PathTree.skipped(profile));
        assertThat(expected.flat().differences(actual.flat()))
                .as("methods that differ")
                .isEmpty();
    }

    /**
     * Runs all programs in {@code jvm} and as Python under cProfile; lists the rows and edges that differ. Programs with a
     * method that the agent left alone, because it is too long, are not compared: Python knows no such limit.
     */
    List<String> differencesToPython(ChildJvm jvm) throws IOException, InterruptedException {
        Profile profile = run(jvm, "include=gen.*");
        try (OutputStream prof = Files.newOutputStream(folder.resolve("profile.prof"))) {
            new PstatsExporter().write(profile, prof);
        }
        StringBuilder repetitions = new StringBuilder("{");
        for (Entry entry : entries) {
            Program program = entry.program;
            Files.writeString(folder.resolve(program.packageName() + ".py"), PythonSource.of(program));
            String name = program.packageName();
            repetitions.append("'" + name + "': (" + program.fuel() + ", " + entry.repetitions + "),\n");
        }
        Files.writeString(folder.resolve("repetitions.txt"), repetitions + "}");
        Files.writeString(folder.resolve("compare.py"), resource("compare.py"));
        List<String> printed = new ArrayList<>(python("compare.py"));
        assertThat(printed.remove(printed.size() - 1)).isEqualTo("compared True True");
        printed.removeAll(entries.stream().map(Batch::result).toList());
        for (String skipped : PathTree.skipped(profile)) {
            String prefix = skipped.substring(0, skipped.indexOf('.', "gen.".length()) + 1);
            printed.removeIf(line -> line.contains(prefix));
        }
        return printed;
    }

    private List<String> python(String script) throws IOException, InterruptedException {
        Path output = folder.resolve("python.txt");
        Process python = new ProcessBuilder("python3", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(python.waitFor()).as(Files.readString(output)).isZero();
        return Files.readAllLines(output);
    }

    private static String result(Entry entry) {
        return entry.program.packageName() + " " + entry.checksum;
    }

    private Profile run(ChildJvm jvm, String options) {
        ChildJvm.Ended ended = jvm.withAgent("file=profile.json," + options)
                .run(
                        "-cp",
                        classes().toString(),
                        "harness.Main",
                        folder.resolve("programs.txt").toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .containsExactlyElementsOf(entries.stream().map(Batch::result).toList());
        return ended.profile();
    }
}
