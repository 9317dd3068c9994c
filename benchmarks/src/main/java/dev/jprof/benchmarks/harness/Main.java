package dev.jprof.benchmarks.harness;

import dev.jprof.benchmarks.mode.AsyncTrace;
import dev.jprof.benchmarks.mode.Jdk;
import dev.jprof.benchmarks.mode.JfrTiming;
import dev.jprof.benchmarks.mode.Jprof;
import dev.jprof.benchmarks.mode.JprofAlloc;
import dev.jprof.benchmarks.mode.JprofSample;
import dev.jprof.benchmarks.mode.Kieker;
import dev.jprof.benchmarks.mode.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs the benchmark: each program that was asked for, under each mode, and writes the results after each. */
public final class Main {
    private final Settings settings;
    private final Places places;
    private final Machine machine = Machine.here();
    private final Results results = new Results();
    private final List<Mode> modes;
    private final Pairing pairing;

    private Main(Settings settings, Places places) throws IOException {
        this.settings = settings;
        this.places = places;
        Jdk jdk = settings.jdk();
        var jprof = new Jprof(jdk, places.agent());
        modes = Stream.of(
                        jprof,
                        new JprofAlloc(jprof),
                        new JprofSample(jprof),
                        new JfrTiming(Jdk.newestFrom(Math.max(25, jdk.major())).orElse(jdk), places.classPath()),
                        new Kieker(jdk, places.peer("kieker.jar")),
                        new AsyncTrace(jdk, places.peer("async-profiler.jar")))
                .map(Mode.class::cast)
                .toList();
        pairing = new Pairing(settings, places, jprof);
    }

    /** The folder of the project is given as {@code jprof.root}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            new Main(Settings.parse(args), new Places(Path.of(System.getProperty("jprof.root")))).run();
        } catch (IllegalArgumentException e) {
            System.err.println("benchmarks/run: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException, InterruptedException {
        List<String> programNames = Workloads.ALL.stream().map(Workload::name).toList();
        List<String> modeNames = modes.stream().map(Mode::name).toList();
        refuseUnknown(programNames, modeNames);
        Files.createDirectories(places.results());
        ManyClasses.generate(places.manyClasses());
        if (machine.isBusy()) {
            say(format("the machine is busy, its load is %.1f: don't quote the figures", machine.load()));
        }
        for (Workload workload : Workloads.ALL) {
            if (settings.wants(workload.name(), programNames)) {
                measure(workload, modeNames);
            }
        }
        say("written to " + places.results());
    }

    private void refuseUnknown(List<String> programNames, List<String> modeNames) {
        var names = Stream.concat(programNames.stream(), modeNames.stream()).toList();
        List<String> unknown = settings.unknown(names);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is called " + unknown.get(0) + "; there are " + String.join(", ", names));
        }
    }

    private void measure(Workload workload, List<String> modeNames) throws IOException, InterruptedException {
        for (Mode mode : modes) {
            boolean applies = mode instanceof Jprof || workload.forPeers();
            if (applies && settings.wants(mode.name(), modeNames)) {
                Measurement measurement = pairing.measure(workload, mode);
                results.add(measurement);
                if (workload.name().equals(Workloads.PATHS_1M) && measurement.isComplete()) {
                    readProfile();
                }
                write();
                say(summary(measurement));
            }
        }
    }

    private void readProfile() throws IOException, InterruptedException {
        try {
            results.addReading(pairing.readProfile(places.command()));
        } catch (RunFailed e) {
            say("jprof report: " + e.getMessage());
        }
    }

    private void write() throws IOException {
        Files.writeString(places.results().resolve("speed.md"), Markdown.of(machine, settings, modes, results));
        Files.writeString(places.results().resolve("speed.json"), Json.of(machine, settings, results));
    }

    private static String summary(Measurement measurement) {
        String what = measurement.workload().name() + ", " + measurement.mode().name() + ": ";
        if (!measurement.isComplete()) {
            return what + measurement.problem();
        }
        String slowdown = measurement.hasInside()
                ? format("x%.2f, ", measurement.slowdown().median())
                : "";
        return what
                + slowdown
                + format(
                        "whole process +%.3f s", measurement.addedWholeSeconds().median());
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static void say(String line) {
        System.err.println("benchmarks/run: " + line);
    }
}
