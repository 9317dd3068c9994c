package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;

/** What a thread that does not run waits for, told from its innermost method. */
final class Waits {
    private Waits() {}

    /** Returns null for a thread that runs. */
    static SampledMetric of(Thread.State state, String className, String name) {
        if (state == Thread.State.BLOCKED) {
            return SampledMetric.BLOCKED;
        }
        if (name.equals("park") && className.endsWith(".Unsafe")) {
            return SampledMetric.PARKED;
        }
        if (name.startsWith("sleep") && className.equals("java.lang.Thread")) {
            return SampledMetric.SLEPT;
        }
        if (BlockingNatives.contains(className, name)) {
            return SampledMetric.SOCKET;
        }
        return state == Thread.State.RUNNABLE ? null : SampledMetric.WAITED;
    }
}
