package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.Instant;
import dev.jprof.agent.output.SampledMeta;
import dev.jprof.agent.output.SampledTree;
import dev.jprof.agent.output.SampledWriter;
import dev.jprof.agent.sample.Sampler;
import dev.jprof.agent.sample.Samplers;
import java.io.File;
import java.io.IOException;
import java.util.Map;

/**
 * One recording with {@code mode=sample}. Of the agent's other half nothing is loaded: no class is instrumented. Its methods may be
 * called from any of the agent's threads.
 */
final class SampledSession implements Recording {
    private static final int BYTES_A_NODE = 200;

    private final AgentOptions options;
    private final boolean attached;
    private final SampledTree tree;
    private final File file;
    private final Timetable timetable;
    private final ExitHook exitHook = new ExitHook(this);
    private final long pid = ProcessId.get();

    private Sampler sampler;
    private String missing = "";
    private long startMillis = System.currentTimeMillis();
    private long startNanos;
    private long toStartNanos;

    /** 0 while it samples. */
    private long endNanos;

    private boolean begun;
    private boolean finished;

    /** Whether the profile went where {@code stop} was told, which only it knows. */
    private boolean elsewhere;

    private SampledSession(AgentOptions options, boolean attached) {
        this.options = options;
        this.attached = attached;
        this.tree = new SampledTree(nodeBudget(options));
        this.file = new File(FileName.fill(options.file(), pid, startMillis)).getAbsoluteFile();
        this.timetable = new Timetable(this, options);
    }

    /** Begins the recording of a program that starts. */
    static void start(AgentOptions options) throws OptionException {
        open(new SampledSession(options, false));
    }

    /** Begins the recording of a program that runs already; returns when it is being sampled. */
    static SampledSession attach(AgentOptions options) throws OptionException {
        return open(new SampledSession(options, true));
    }

    private static SampledSession open(SampledSession session) throws OptionException {
        if (session.options.delayMillis() == 0) {
            session.sample();
        }
        if (session.timetable.hasEntries()) {
            session.timetable.start();
        }
        Runtime.getRuntime().addShutdownHook(session.exitHook);
        Recordings.open(session);
        return session;
    }

    /** An eighth of the heap at most, and a million nodes, unless the user says otherwise. */
    private static int nodeBudget(AgentOptions options) {
        if (options.nodeBudget() > 0) {
            return options.nodeBudget();
        }
        return (int) Math.max(1000, Math.min(1000000, Runtime.getRuntime().maxMemory() / 8 / BYTES_A_NODE));
    }

    @Override
    public void begin() {
        try {
            sample();
        } catch (OptionException unable) {
            synchronized (this) {
                finished = true;
            }
            Messages.warn(unable.getMessage() + "; the program is not profiled");
        }
    }

    /** Not in one step, because Flight Recorder may hang that starts while the program ends: the end must not wait for it. */
    private void sample() throws OptionException {
        if (!isFirstToBegin()) {
            return;
        }
        long asked = System.nanoTime();
        Samplers samplers = new Samplers(options, tree);
        samplesWith(samplers, samplers.begin(), asked);
    }

    private synchronized boolean isFirstToBegin() {
        boolean first = !begun && !finished;
        begun = true;
        return first;
    }

    private synchronized void samplesWith(Samplers samplers, Sampler started, long asked) {
        sampler = started;
        missing = samplers.missing().isEmpty()
                ? ""
                : samplers.missing() + "; a thread looks at the stacks instead, at safepoints only";
        if (!missing.isEmpty() && !attached) {
            Messages.warn(missing);
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
            flush();
            write("snapshot", file);
        } catch (Throwable failure) {
            Messages.cannotWrite(file, Samplers.rootOf(failure));
        }
    }

    @Override
    public synchronized File dump(File into) throws Exception {
        checkRecording();
        File written = into == null ? file : into;
        flush();
        write("snapshot", written);
        return written;
    }

    /** A profile that can't be written may be asked for again, by another name. */
    @Override
    public File stop(File into) throws Exception {
        File written = into == null ? file : into;
        synchronized (this) {
            checkRecording();
            end(false);
            write("stop", written);
            finished = true;
            elsewhere = into != null;
        }
        timetable.interrupt();
        exitHook.remove();
        return written;
    }

    private void checkRecording() throws OptionException {
        if (sampler == null) {
            throw new OptionException("the delay is not over, nothing was recorded yet");
        }
    }

    private void flush() throws Exception {
        if (endNanos == 0) {
            sampler.flush();
        }
    }

    private void end(boolean withTheProgram) {
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

    @Override
    public synchronized void finish(final String reason) {
        if (finished) {
            return;
        }
        finished = true;
        if (sampler == null) {
            Messages.warn("the program ended before the delay was over: no profile was written");
            return;
        }
        end(reason.equals("exit"));
        LastPlace.write(file, new LastPlace.Writing() {
            @Override
            public void to(File place) throws IOException {
                write(reason, place);
            }
        });
    }

    @Override
    public void retarget(String include, String exclude) throws OptionException {
        throw new OptionException("this JVM is being sampled, no class of it has probes: 'jprof stop', then"
                + " 'jprof attach --mode sample' with other patterns");
    }

    @Override
    public synchronized boolean isFinished() {
        return finished;
    }

    @Override
    public String start() {
        return Instant.text(startMillis);
    }

    @Override
    public synchronized void describe(Map<String, String> lines) throws Exception {
        lines.put("recording", finished ? "ended" : sampler == null ? "delayed" : "yes");
        lines.put("note", missing);
        Recordings.describe(elsewhere ? null : file, options, lines);
        if (sampler == null) {
            lines.put("engine", options.engine());
            return;
        }
        if (!finished) {
            flush();
        }
        meta("status").describe(tree, lines);
    }

    private void write(String reason, File into) throws IOException {
        new SampledWriter(tree).write(meta(reason), into);
    }

    private SampledMeta meta(String reason) {
        SampledMeta meta = new SampledMeta();
        meta.version = AgentJar.version();
        meta.reason = reason;
        meta.attached = attached;
        meta.startMillis = startMillis;
        meta.wallNanos = (endNanos == 0 ? System.nanoTime() : endNanos) - startNanos;
        meta.pid = pid;
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
