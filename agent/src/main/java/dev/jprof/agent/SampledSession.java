package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.Instant;
import dev.jprof.agent.output.SampledMeta;
import dev.jprof.agent.output.SampledTree;
import dev.jprof.agent.output.SampledWriter;
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
    private final long openedMillis = System.currentTimeMillis();
    private final SampledTree tree;
    private final File file;
    private final Timetable timetable;
    private final ExitHook exitHook = new ExitHook(this, ExitHook.reserve());
    private final Turns turns = new Turns(this);

    /** Null until the delay is over. */
    private SamplerAtWork sampler;

    private boolean begun;
    private boolean finished;

    /** Whether the profile went where {@code stop} was told, which only it knows. */
    private boolean elsewhere;

    private SampledSession(AgentOptions options, boolean attached) {
        this.options = options;
        this.attached = attached;
        this.tree = new SampledTree(nodeBudget(options));
        this.file = new File(FileName.fill(options.file(), ProcessId.get(), openedMillis)).getAbsoluteFile();
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
        samplesWith(SamplerAtWork.begin(options, tree));
    }

    private synchronized boolean isFirstToBegin() {
        boolean first = !begun && !finished;
        begun = true;
        return first;
    }

    private synchronized void samplesWith(SamplerAtWork started) {
        sampler = started;
        if (!started.missing().isEmpty() && !attached) {
            Messages.warn(started.missing());
        }
        turns.start();
    }

    /** Brings what was seen since the last time into the tree. */
    synchronized void turn() throws Exception {
        sampler.flush();
    }

    @Override
    public synchronized void snapshot() {
        if (sampler == null || finished) {
            return;
        }
        try {
            sampler.flush();
            write("snapshot", file);
        } catch (Throwable failure) {
            Messages.cannotWrite(file, Samplers.rootOf(failure));
        }
    }

    @Override
    public synchronized File dump(File into) throws Exception {
        checkRecording();
        File written = into == null ? file : into;
        sampler.flush();
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

    private void end(boolean withTheProgram) {
        try {
            turns.interrupt();
        } catch (SecurityException programsManager) {
            // It ends at the next turn.
        }
        sampler.end(withTheProgram);
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
        return Instant.text(sampler == null ? openedMillis : sampler.startMillis());
    }

    @Override
    public synchronized void describe(Map<String, String> lines) throws Exception {
        lines.put("recording", finished ? "ended" : sampler == null ? "delayed" : "yes");
        lines.put("note", sampler == null ? "" : sampler.missing());
        Recordings.describe(elsewhere ? null : file, options, lines);
        if (sampler == null) {
            lines.put("engine", options.engine());
            return;
        }
        if (!finished) {
            sampler.flush();
        }
        meta("status").describe(tree, lines);
    }

    private void write(String reason, File into) throws IOException {
        new SampledWriter(tree).write(meta(reason), into);
    }

    private SampledMeta meta(String reason) {
        SampledMeta meta = sampler.meta(reason);
        meta.attached = attached;
        return meta;
    }
}
