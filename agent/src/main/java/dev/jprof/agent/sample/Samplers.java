package dev.jprof.agent.sample;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.output.SampledTree;

/** Chooses what samples. */
public final class Samplers {
    private final AgentOptions options;
    private final StackFolder folder;
    private String missing = "";

    public Samplers(AgentOptions options, SampledTree tree) {
        this.options = options;
        this.folder = new StackFolder(tree, options.include(), options.exclude());
    }

    /**
     * Begins to sample: with Flight Recorder where this JVM has it and the user does not want otherwise, else with a thread that
     * looks at stacks.
     */
    public Sampler begin() {
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
        StackSampler stacks = new StackSampler(folder, options.intervalMillis());
        stacks.begin();
        return stacks;
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
