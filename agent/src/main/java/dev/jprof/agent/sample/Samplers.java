package dev.jprof.agent.sample;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.SampledTree;

/** Chooses what samples. */
public final class Samplers {
    private final AgentOptions options;
    private final StackFolder folder;
    private final ThreadGroup group;
    private String missing = "";

    /** @param group that of the agent's threads */
    public Samplers(AgentOptions options, SampledTree tree, ThreadGroup group) {
        this.options = options;
        this.group = group;
        this.folder = new StackFolder(tree, options.include(), options.exclude());
    }

    /**
     * Begins to sample: with what the user wants, and for want of Flight Recorder with a thread that looks at stacks.
     *
     * @throws OptionException if it is async-profiler that is wanted and can't sample: nothing else sees wall time
     */
    public Sampler begin() throws OptionException {
        if (options.engine().equals("async")) {
            return async();
        }
        if (options.engine().equals("jfr")) {
            try {
                Sampler jfr = new JfrSampler(folder, options.intervalMillis());
                jfr.begin();
                return jfr;
            } catch (ClassNotFoundException absent) {
                missing = "this JVM has no Flight Recorder";
            } catch (Throwable failure) {
                missing = "Flight Recorder could not start (" + rootOf(failure) + ")";
            }
        }
        StackSampler stacks = new StackSampler(folder, options.intervalMillis(), group);
        stacks.begin();
        return stacks;
    }

    private Sampler async() throws OptionException {
        AsyncProfiler profiler = AsyncProfiler.load(options.libraryPath());
        try {
            Sampler async = new AsyncSampler(profiler, folder, options.intervalMillis());
            async.begin();
            return async;
        } catch (ClassNotFoundException absent) {
            throw new OptionException(
                    "engine=async needs the module jdk.jfr to read what async-profiler writes: add it with"
                            + " --add-modules jdk.jfr, or use engine=stacks");
        } catch (Throwable failure) {
            throw new OptionException("engine=async: async-profiler could not start ("
                    + rootOf(failure).getMessage() + "); end what else it records, or use engine=jfr");
        }
    }

    /** Returns why Flight Recorder does not sample though it was to; empty if it does. */
    public String missing() {
        return missing;
    }

    /** What is behind a failure of reflection. */
    public static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
