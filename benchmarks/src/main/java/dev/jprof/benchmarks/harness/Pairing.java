package dev.jprof.benchmarks.harness;

import dev.jprof.benchmarks.mode.Bare;
import dev.jprof.benchmarks.mode.Jprof;
import dev.jprof.benchmarks.mode.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures a program under a mode: bare, profiled, bare, profiled and so on, each run in a JVM of its own. */
final class Pairing {
    private final Settings settings;
    private final List<Path> classPath;
    private final Path output;
    private final Processes processes;
    private final Jprof counter;

    Pairing(Settings settings, Places places, Jprof counter) throws IOException {
        this.settings = settings;
        this.counter = counter;
        classPath = places.classPath();
        output = places.target().resolve("output");
        processes = new Processes(places.target().resolve("errors.txt"));
    }

    Measurement measure(Workload workload, Mode mode) throws IOException, InterruptedException {
        double factor = settings.factor();
        var pairs = new ArrayList<Measurement.Pair>();
        var totals = new ProfileTotals(0, 0);
        if (!mode.obstacle().isEmpty()) {
            return new Measurement(workload, mode, factor, pairs, 0, 0, mode.obstacle());
        }
        try {
            totals = count(workload, factor);
            if (totals.calls() > mode.mostCalls()) {
                factor *= (double) mode.mostCalls() / totals.calls();
                totals = count(workload, factor);
            }
            for (int i = 0; i < settings.pairs(); i++) {
                Run bare = run(workload, new Bare(mode.jdk()), factor);
                pairs.add(new Measurement.Pair(bare, run(workload, mode, factor)));
            }
        } catch (RunFailed e) {
            return new Measurement(workload, mode, factor, List.of(), totals.calls(), totals.nodes(), e.getMessage());
        }
        return new Measurement(workload, mode, factor, pairs, totals.calls(), totals.nodes(), "");
    }

    /** Counts the calls of a run, in a run that is not measured. */
    private ProfileTotals count(Workload workload, double factor) throws IOException, InterruptedException, RunFailed {
        run(workload, counter, factor);
        return ProfileTotals.read(output.resolve(Jprof.PROFILE));
    }

    private Run run(Workload workload, Mode mode, double factor) throws IOException, InterruptedException, RunFailed {
        empty(output);
        var command = new ArrayList<String>();
        command.add(mode.jdk().java().toString());
        if (!settings.gc().isEmpty()) {
            command.add(settings.gc());
        }
        command.addAll(mode.flags(workload.packages(), output));
        command.add("-cp");
        command.add(classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator"))));
        command.add("dev.jprof.benchmarks.Timed");
        command.addAll(workload.command(factor));
        return processes.run(command, mode.environment(workload.packages()));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Reads the profile that the last run left with {@code jprof report}, as often as there are pairs. */
    Spread readProfile(Path command) throws IOException, InterruptedException, RunFailed {
        String profile = output.resolve(Jprof.PROFILE).toString();
        double[] seconds = new double[settings.pairs()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = processes
                            .run(List.of(command.toString(), "report", profile), Map.of())
                            .wholeNs()
                    / 1e9;
        }
        return Spread.of(seconds);
    }
}
