package dev.jprof.benchmarks.harness;

import dev.jprof.benchmarks.mode.Mode;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Pairs of runs of one program: bare, and under a mode on the same JDK.
 *
 * @param calls how many calls a run makes, as jprof counted them; 0 where the mode is not jprof and nothing counted them
 * @param nodes how many nodes jprof's profile has
 * @param problem why there are no pairs; empty when there are
 */
record Measurement(
        Workload workload, Mode mode, double factor, List<Pair> pairs, long calls, long nodes, String problem) {
    private static final double SECOND = 1e9;

    record Pair(Run bare, Run profiled) {}

    boolean isComplete() {
        return problem.isEmpty();
    }

    /** Whether the program does anything between its start and its end that could be slowed down. */
    boolean hasInside() {
        return bareSeconds().median() > 0.001;
    }

    Spread bareSeconds() {
        return over((bare, profiled) -> bare.insideNs() / SECOND);
    }

    /** How often slower, in the time that the program itself measured. */
    Spread slowdown() {
        return over((bare, profiled) -> (double) profiled.insideNs() / bare.insideNs());
    }

    /** How often slower, from start to end of the process. */
    Spread wholeSlowdown() {
        return over((bare, profiled) -> (double) profiled.wholeNs() / bare.wholeNs());
    }

    /** What a call costs a processor: threads that run at the same time pay at the same time. */
    Spread nanosPerCall() {
        int atOnce = Math.min(workload.threads(), Runtime.getRuntime().availableProcessors());
        return over((bare, profiled) -> (double) (profiled.insideNs() - bare.insideNs()) * atOnce / calls);
    }

    Spread bareWholeSeconds() {
        return over((bare, profiled) -> bare.wholeNs() / SECOND);
    }

    Spread addedInsideSeconds() {
        return over((bare, profiled) -> (profiled.insideNs() - bare.insideNs()) / SECOND);
    }

    Spread addedWholeSeconds() {
        return over((bare, profiled) -> (profiled.wholeNs() - bare.wholeNs()) / SECOND);
    }

    /** What is done after the program's last line, above all writing the profile. */
    Spread addedEndSeconds() {
        return over((bare, profiled) -> (profiled.endNs() - bare.endNs()) / SECOND);
    }

    Spread addedPeakMegabytes() {
        return over((bare, profiled) -> (profiled.peakKb() - bare.peakKb()) / 1024.0);
    }

    /** Millions of calls that the bare program makes in a second. */
    double density() {
        return calls / bareSeconds().median() / 1e6;
    }

    private Spread over(ToDoubleBiFunction<Run, Run> value) {
        return Spread.of(pairs.stream()
                .mapToDouble(pair -> value.applyAsDouble(pair.bare(), pair.profiled()))
                .toArray());
    }
}
