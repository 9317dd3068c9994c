package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.SampledMeta;
import dev.jprof.agent.output.SampledTree;
import dev.jprof.agent.sample.Sampler;
import dev.jprof.agent.sample.Samplers;

/** A sampler from when it begins until it ends, and what the profile says of that. Whoever calls it holds the session's monitor. */
final class SamplerAtWork {
    private final AgentOptions options;
    private final Sampler sampler;
    private final String missing;
    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();
    private final long toStartNanos;

    /** 0 while it samples. */
    private long endNanos;

    private SamplerAtWork(AgentOptions options, Sampler started, String missing, long asked) {
        this.options = options;
        this.sampler = started;
        this.missing = missing.isEmpty() ? "" : missing + "; a thread looks at the stacks instead, at safepoints only";
        this.toStartNanos = startNanos - asked;
    }

    /** Begins to sample into a tree; when it returns the program is being sampled. */
    static SamplerAtWork begin(AgentOptions options, SampledTree tree) throws OptionException {
        long asked = System.nanoTime();
        Samplers samplers = new Samplers(options, tree, SystemGroup.get());
        Sampler started = samplers.begin();
        return new SamplerAtWork(options, started, samplers.missing(), asked);
    }

    /** Returns why it is another sampler than the user wants; empty if it is not. */
    String missing() {
        return missing;
    }

    long startMillis() {
        return startMillis;
    }

    void flush() throws Exception {
        if (endNanos == 0) {
            sampler.flush();
        }
    }

    void end(boolean withTheProgram) {
        if (endNanos != 0) {
            return;
        }
        endNanos = System.nanoTime();
        try {
            sampler.end(withTheProgram);
        } catch (Throwable failure) {
            Messages.warn("the last samples are lost: " + Samplers.rootOf(failure));
        }
    }

    SampledMeta meta(String reason) {
        SampledMeta meta = new SampledMeta();
        meta.version = AgentJar.version();
        meta.reason = reason;
        meta.startMillis = startMillis;
        meta.wallNanos = (endNanos == 0 ? System.nanoTime() : endNanos) - startNanos;
        meta.pid = ProcessId.get();
        meta.options = options.asMap();
        meta.engine = sampler.engine();
        meta.clock = sampler.clock();
        meta.events = sampler.events();
        meta.metrics = sampler.metrics();
        meta.intervalNanos = options.intervalMillis() * 1000000L;
        meta.thresholds = sampler.thresholds();
        meta.startNanos = toStartNanos;
        meta.stackless = sampler.lost();
        meta.bias = sampler.bias();
        return meta;
    }
}
