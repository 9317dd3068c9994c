package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.output.SampledMeta;
import dev.jprof.agent.output.SampledTree;
import dev.jprof.agent.output.SampledWriter;
import dev.jprof.agent.sample.Sampler;
import dev.jprof.agent.sample.Samplers;
import java.io.File;
import java.io.IOException;

/** One recording with {@code mode=sample}. Of the agent's other half nothing is loaded: no class is instrumented. */
final class SampledSession implements Timed {
    private static final int BYTES_A_NODE = 200;

    private final AgentOptions options;
    private final SampledTree tree;
    private final File file;
    private final long pid = ProcessId.get();

    private Sampler sampler;
    private long startMillis = System.currentTimeMillis();
    private long startNanos;
    private long toStartNanos;
    private boolean finished;

    private SampledSession(AgentOptions options) {
        this.options = options;
        this.tree = new SampledTree(nodeBudget(options));
        this.file = new File(FileName.fill(options.file(), pid, startMillis)).getAbsoluteFile();
    }

    static void start(AgentOptions options) {
        SampledSession session = new SampledSession(options);
        if (options.delayMillis() == 0) {
            session.begin();
        }
        Timetable timetable = new Timetable(session, options);
        if (timetable.hasEntries()) {
            timetable.start();
        }
        Runtime.getRuntime().addShutdownHook(new ExitHook(session));
    }

    /** An eighth of the heap at most, and a million nodes, unless the user says otherwise. */
    private static int nodeBudget(AgentOptions options) {
        if (options.nodeBudget() > 0) {
            return options.nodeBudget();
        }
        return (int) Math.max(1000, Math.min(1000000, Runtime.getRuntime().maxMemory() / 8 / BYTES_A_NODE));
    }

    @Override
    public synchronized void begin() {
        if (finished) {
            return;
        }
        long asked = System.nanoTime();
        Samplers samplers = new Samplers(options, tree);
        sampler = samplers.begin();
        if (!samplers.missing().isEmpty()) {
            Messages.warn(samplers.missing() + "; a thread looks at the stacks instead, at safepoints only");
        }
        startMillis = System.currentTimeMillis();
        startNanos = System.nanoTime();
        toStartNanos = startNanos - asked;
    }

    @Override
    public synchronized void snapshot() {
        if (sampler == null || finished) {
            return;
        }
        try {
            sampler.flush();
            write(sampler, "snapshot", System.nanoTime() - startNanos);
        } catch (Throwable failure) {
            Messages.cannotWrite(file, failure);
        }
    }

    @Override
    public synchronized void finish(String reason) {
        if (finished) {
            return;
        }
        finished = true;
        if (sampler == null) {
            Messages.warn("the program ended before the delay was over: no profile was written");
            return;
        }
        long wallNanos = System.nanoTime() - startNanos;
        try {
            sampler.end(reason.equals("exit"));
        } catch (Throwable failure) {
            Messages.warn("the last samples are lost: " + Samplers.rootOf(failure));
        }
        try {
            write(sampler, reason, wallNanos);
        } catch (Throwable failure) {
            Messages.cannotWrite(file, failure);
        }
    }

    private void write(Sampler running, String reason, long wallNanos) throws IOException {
        String version = SampledSession.class.getPackage().getImplementationVersion();
        SampledMeta meta = new SampledMeta();
        meta.version = version == null ? "?" : version;
        meta.reason = reason;
        meta.startMillis = startMillis;
        meta.wallNanos = wallNanos;
        meta.pid = pid;
        meta.options = options.asMap();
        meta.engine = running.engine();
        meta.events = running.events();
        meta.metrics = running.metrics();
        meta.intervalNanos = options.intervalMillis() * 1000000L;
        meta.thresholds = running.thresholds();
        meta.startNanos = toStartNanos;
        meta.stackless = running.lost();
        meta.bias = running.bias();
        new SampledWriter(tree).write(meta, file);
    }
}
