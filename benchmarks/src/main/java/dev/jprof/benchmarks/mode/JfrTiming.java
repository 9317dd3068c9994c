package dev.jprof.benchmarks.mode;

import java.nio.file.Path;
import java.util.List;

/** The method timing of JDK Flight Recorder (JEP 520), given every class by name because it knows no wildcards. */
public record JfrTiming(Jdk jdk, List<Path> classPath) implements Mode {
    private static final int FIRST_MAJOR = 25;

    @Override
    public String name() {
        return "jfr-timing";
    }

    @Override
    public String description() {
        return "counts without lambdas and bridges, total time; no self time, no callers";
    }

    @Override
    public String obstacle() {
        return jdk.major() >= FIRST_MAJOR ? "" : "needs a JDK " + FIRST_MAJOR + " or newer, and none was found";
    }

    @Override
    public long mostCalls() {
        return 200_000_000;
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        String filter = String.join(";", ClassNames.startingWith(packages, classPath));
        return List.of(
                "-XX:StartFlightRecording:method-timing=" + filter + ",filename=" + output.resolve("timing.jfr"));
    }
}
