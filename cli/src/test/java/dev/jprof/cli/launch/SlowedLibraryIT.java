package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.record.Burden;
import dev.jprof.cli.record.SlowedClass;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.RunFiles;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonFactory;

/**
 * Jackson copies a document, and is held against itself and against a Jackson of which one method is slower, by programs that
 * are really run, and timed by the processor, since other programs run on the machine too: twenty comparisons of either kind with {@code -Djprof.slowed=true}, one without.
 */
class SlowedLibraryIT {
    private static final boolean ALL = Boolean.getBoolean("jprof.slowed");
    private static final int COMPARISONS = ALL ? 20 : 1;
    private static final String RUNS = ALL ? "12" : "2";
    private static final String ROUNDS = ALL ? "1000" : "50";

    /** One run by itself may show no method with so large a share whose time can be trusted. */
    private static final String FIRST_RUNS = ALL ? "3" : "1";

    /**
     * How much slower the slowed method becomes at least, as a part of what it took, and which share of the time it has at least. What is
     * mostly cost of the probes, and marked so in the table, is left out: nobody can say by how much it became slower.
     */
    private static final double SLOWDOWN = 1;

    private static final double LEAST_SHARE = ALL ? 0.05 : 0;

    /** Rules for so many methods at most; a short run may have none with that share. */
    private static final int MOST_METHODS = 3;

    @TempDir
    Path folder;

    @Test
    void the_same_program_raises_no_alarm() throws Exception {
        List<MethodStats> methods = methodsThatMatter();
        int alarms = 0;
        for (int comparison = 0; comparison < COMPARISONS; comparison++) {
            Launched.Ended checked = compare("same" + comparison, program(), program(), methods);
            alarms += checked.exitCode() == 1 ? 1 : 0;
            for (MethodStats row : methods) {
                assertThat(codeOf(row.method(), "same" + comparison))
                        .isEqualTo(row.method().hash());
            }
            say("the same", checked);
        }
        if (ALL) {
            assertThat(alarms).isZero();
        }
    }

    @Test
    void a_slowed_method_of_a_library_is_found() throws Exception {
        List<MethodStats> methods = methodsThatMatter();
        int found = 0;
        for (int comparison = 0; comparison < COMPARISONS; comparison++) {
            MethodStats slowed = methods.get(comparison % methods.size());
            Method method = slowed.method();
            int steps = (int) Math.max(1, SLOWDOWN * slowed.self() / slowed.calls());
            Path classes = folder.resolve("slowed" + comparison);
            new SlowedClass(method.className()).write(classes, method.name(), method.descriptor(), steps);
            Launched.Ended checked = compare("slow" + comparison, program(), program(classes), methods);
            assertThat(codeOf(method, "slow" + comparison)).isNotEqualTo(method.hash());
            found += checked.exitCode() == 1 && checked.out().contains(method.qualifiedName()) ? 1 : 0;
            say(method.qualifiedName() + " + " + steps + " steps", checked);
        }
        if (ALL) {
            assertThat(found).isEqualTo(COMPARISONS);
        }
    }

    private List<MethodStats> methodsThatMatter() throws IOException, InterruptedException {
        record("first", FIRST_RUNS, program(), program());
        Profile first = ProfileReader.readMerged(RunFiles.in(folder.resolve("first/base")));
        MethodTable table = MethodTable.of(Correction.corrected(first));
        long all = table.rows().stream().mapToLong(MethodStats::self).sum();
        List<MethodStats> methods = table.rows().stream()
                .filter(row -> row.method().className().startsWith("tools.jackson.core."))
                .filter(row -> row.method().timed() && row.calls() > 1000 && row.self() >= LEAST_SHARE * all)
                .filter(row -> !ALL || row.bars().self() < row.self() / 2)
                .sorted(Comparator.comparingLong(MethodStats::self).reversed())
                .limit(MOST_METHODS)
                .toList();
        assertThat(methods).isNotEmpty();
        return methods;
    }

    /** The hash of what a method was in the new runs of a comparison. */
    private long codeOf(Method method, String comparison) throws IOException {
        return ProfileReader.read(folder.resolve(comparison + "/new/01.json")).methods().stream()
                .filter(other -> other.qualifiedName().equals(method.qualifiedName()))
                .filter(other -> other.descriptor().equals(method.descriptor()))
                .mapToLong(Method::hash)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The check's end: 0, 1 for an alarm, 5 where so few runs can't decide. A rule for every method of the library would make a
     * family of hundreds, of which ten runs decide little.
     */
    private Launched.Ended compare(String name, String base, String current, List<MethodStats> methods)
            throws IOException, InterruptedException {
        record(name, RUNS, base, current);
        List<String> command = new ArrayList<>(List.of(
                Launched.DISTRIBUTION.resolve("bin/jprof").toString(),
                "check",
                "--base",
                name + "/base",
                "--new",
                name + "/new"));
        for (MethodStats row : methods) {
            command.addAll(List.of("--rule", "self(" + row.method().qualifiedName() + ") <= +5%"));
        }
        Launched.Ended checked = Launched.run(folder, command);
        assertThat(checked.exitCode()).as(checked.err()).isIn(0, 1, 5);
        return checked;
    }

    private void record(String name, String runs, String base, String current)
            throws IOException, InterruptedException {
        Launched.Ended recorded = Launched.start(
                        folder,
                        Map.of(),
                        List.of(
                                Launched.DISTRIBUTION.resolve("bin/jprof").toString(),
                                "record-runs",
                                "--exclude",
                                Burden.class.getName(),
                                "--clock",
                                "cpu",
                                "--runs",
                                runs,
                                "--base",
                                base,
                                "--new",
                                current,
                                "-o",
                                name))
                .endWithin(600);
        assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    }

    /** @param first what stands first on the class path */
    private static String program(Path... first) {
        List<String> classPath = new ArrayList<>();
        for (Path folder : first) {
            classPath.add(folder.toString());
        }
        classPath.add(Path.of("target/test-classes").toAbsolutePath().toString());
        classPath.add(jackson().toString());
        return Launched.JAVA + " -cp " + String.join(File.pathSeparator, classPath) + " dev.jprof.cli.record.JsonWork "
                + ROUNDS;
    }

    private static Path jackson() {
        try {
            return Path.of(JsonFactory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void say(String what, Launched.Ended checked) {
        System.out.printf(
                "SlowedLibraryIT: %s: %d, %s%n",
                what, checked.exitCode(), checked.out().lines().findFirst().orElse(""));
    }
}
