package dev.jprof.agent;

import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.rt.AllocatedBytes;
import dev.jprof.agent.rt.Clock;
import dev.jprof.agent.rt.NodeBudget;
import dev.jprof.agent.rt.Sampling;
import java.lang.instrument.Instrumentation;

/**
 * What a JVM gets once and keeps when a recording has ended: the probes, the call trees, the numbers of methods, and the options
 * that nodes are made by.
 */
final class Engine {
    private static final int BYTES_A_NODE = 100;

    /** What may be kept of the durations of a node's calls. */
    private static final int BYTES_A_HISTOGRAM = 100;

    /** The options that the probes were placed for; null before. */
    private static AgentOptions placed;

    private static AgentOptions first;
    private static MethodTable methods;

    private Engine() {}

    /**
     * Makes the JVM ready for a recording.
     *
     * @return whether it is the first, so that the call trees are still empty
     * @throws OptionException when the options don't go with those of an earlier recording
     */
    static synchronized boolean prepare(AgentOptions options, Instrumentation instrumentation) throws Exception {
        if (first != null) {
            checkFixed("clock", first.clock(), options.clock());
            checkFixed("alloc", onOff(first.allocations()), onOff(options.allocations()));
            checkFixed("histogram", onOff(first.histograms()), onOff(options.histograms()));
            checkFixed("nodes", String.valueOf(first.nodeBudget()), String.valueOf(options.nodeBudget()));
            return false;
        }
        if (placed == null) {
            Placement.defineProbes(instrumentation, options.allocations());
            placed = options;
        }
        checkFixed("alloc", onOff(placed.allocations()), onOff(options.allocations()));
        useCounters(options);
        int nodes = nodeBudget(options);
        NodeBudget.limit(nodes);
        if (options.histograms()) {
            Sampling.limitBytes((long) nodes * BYTES_A_HISTOGRAM);
        } else {
            Sampling.switchOff();
        }
        methods = new MethodTable();
        first = options;
        return true;
    }

    static synchronized MethodTable methods() {
        return methods;
    }

    private static void checkFixed(String option, String before, String now) throws OptionException {
        if (!before.equals(now)) {
            throw new OptionException("this JVM was profiled with " + option + "=" + before
                    + " before, which stays so until it ends: use " + option + "=" + before + " again");
        }
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static void useCounters(AgentOptions options) throws OptionException {
        if (options.clock().equals("exact")) {
            Clock.useExactReads();
        } else if (options.clock().equals("cpu")) {
            Clock.useCpuTime(ThreadCounts.cpuNanos());
        }
        if (options.allocations()) {
            AllocatedBytes.count(ThreadCounts.allocatedBytes());
        }
    }

    /** An eighth of the heap at most, and a million nodes, unless the user says otherwise. */
    private static int nodeBudget(AgentOptions options) {
        if (options.nodeBudget() > 0) {
            return options.nodeBudget();
        }
        int bytes = BYTES_A_NODE + (options.histograms() ? BYTES_A_HISTOGRAM : 0);
        long fitting = Runtime.getRuntime().maxMemory() / 8 / bytes;
        return (int) Math.max(1000, Math.min(1000000, fitting));
    }
}
