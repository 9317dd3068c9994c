package dev.jprof.agent;

import dev.jprof.agent.instrument.ClassFilter;
import dev.jprof.agent.instrument.LoadedClasses;
import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.Skips;
import dev.jprof.agent.instrument.WeavingTransformer;
import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.Baseline;
import dev.jprof.agent.output.Instant;
import dev.jprof.agent.output.Meta;
import dev.jprof.agent.output.ProfileWriter;
import dev.jprof.agent.output.RefilledBuffers;
import dev.jprof.agent.output.Snapshot;
import dev.jprof.agent.rt.Reserve;
import dev.jprof.agent.rt.Sampling;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;

/** One recording: from the first instrumented class to the profile. Its methods may be called from any of the agent's threads. */
final class Session implements Recording {
    private final MethodTable methods = Engine.methods();
    private final Skips skips = new Skips();
    private final Ticker ticker = new Ticker();
    private final WeavingTransformer transformer;
    private final LoadedClasses loaded;
    private final Timetable timetable;
    private final byte[][] reserve = ExitHook.reserve();
    private final ExitHook exitHook = new ExitHook(this, reserve);
    private final File file;
    private final boolean attached;
    private final Provenance provenance;

    private volatile AgentOptions options;
    private Baseline baseline = Baseline.nothing();
    private long startMillis = System.currentTimeMillis();
    private long startNanos = System.nanoTime();
    private boolean recording;
    private boolean finished;

    /** Whether the profile went where {@code stop} was told, which only it knows. */
    private boolean elsewhere;

    private Session(AgentOptions options, Instrumentation instrumentation, boolean attached) {
        this.options = options;
        this.attached = attached;
        this.recording = options.delayMillis() == 0;
        this.timetable = new Timetable(this, options);
        this.transformer = new WeavingTransformer(
                filter(options),
                methods,
                skips,
                options.jdkCalls(),
                !options.clock().equals("exact"));
        this.loaded = new LoadedClasses(instrumentation, transformer);
        this.provenance = new Provenance(methods, skips, transformer, loaded.batches(), ticker);
        this.file = new File(FileName.fill(options.file(), provenance.pid(), startMillis)).getAbsoluteFile();
    }

    /** Begins the recording of a program that starts. */
    static void start(AgentOptions options, Instrumentation instrumentation) throws Exception {
        Engine.prepare(options, instrumentation);
        Session session = new Session(options, instrumentation, false);
        if (!session.note().isEmpty()) {
            Messages.warn(session.note());
        }
        session.open();
        // So that what is woven can be restored.
        instrumentation.addTransformer(session.transformer, true);
    }

    /** Begins a recording of a program that runs already; returns when its classes are woven. */
    static Session attach(AgentOptions options, Instrumentation instrumentation) throws Exception {
        boolean first = Engine.prepare(options, instrumentation);
        Session session = new Session(options, instrumentation, true);
        try {
            session.open();
            if (!first && session.recording) {
                session.begin();
            }
            session.loaded.weave();
        } catch (Throwable failure) {
            session.giveUp();
            throw failure;
        }
        return session;
    }

    /** Leaves the program as it was before the attempt, as far as it has memory for that: the next one may succeed. */
    private void giveUp() {
        synchronized (this) {
            finished = true;
            elsewhere = true;
        }
        timetable.interrupt();
        try {
            end();
        } catch (Throwable hopeless) {
            // Whoever attached is told why the attempt failed; what is still woven counts for nobody.
        }
    }

    private void end() {
        if (exitHook.remove()) {
            loaded.restore();
            ticker.end();
        }
    }

    private void open() throws Exception {
        transformer.warmUp(AgentJar.classFile("dev/jprof/agent/Ticker"));
        Reserve.keep(reserve);
        Runtime.getRuntime().addShutdownHook(exitHook);
        ticker.start();
        Bridge.open(this);
        Recordings.open(this);
        if (timetable.hasEntries()) {
            timetable.start();
        }
    }

    @Override
    public synchronized void begin() {
        baseline = Baseline.now();
        Sampling.restart();
        startMillis = System.currentTimeMillis();
        startNanos = System.nanoTime();
        recording = true;
    }

    @Override
    public synchronized void snapshot() {
        if (!recording || finished) {
            return;
        }
        try {
            writeTo(file, "snapshot");
        } catch (Throwable failure) {
            Messages.cannotWrite(file, failure);
        }
    }

    @Override
    public synchronized File dump(File into) throws Exception {
        checkRecording();
        File written = into == null ? file : into;
        writeTo(written, "snapshot");
        return written;
    }

    @Override
    public File stop(File into) throws Exception {
        File written = into == null ? file : into;
        synchronized (this) {
            checkRecording();
            writeTo(written, "stop");
            finished = true;
            elsewhere = into != null;
        }
        timetable.interrupt();
        end();
        return written;
    }

    private void checkRecording() throws OptionException {
        if (!recording) {
            throw new OptionException("the delay is not over, nothing was recorded yet");
        }
    }

    @Override
    public void retarget(String include, String exclude) throws OptionException {
        AgentOptions changed = include == null ? options : options.with(Option.INCLUDE, include);
        changed = exclude == null ? changed : changed.with(Option.EXCLUDE, exclude);
        options = changed;
        loaded.retarget(filter(changed));
    }

    /** What somebody should know of this JVM; empty if nothing. */
    private String note() {
        return options.allocations() && RefilledBuffers.areCountedTwice()
                ? "alloc=on: this JVM counts some buffers twice, so that bytes of methods may be a tenth too many; start it"
                        + " with -XX:-FastTLABRefill"
                : "";
    }

    private static ClassFilter filter(AgentOptions options) {
        return new ClassFilter(options.include(), options.exclude());
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
    public synchronized void describe(Map<String, String> lines) {
        lines.put("recording", finished ? "ended" : recording ? "yes" : "delayed");
        lines.put("note", note());
        Recordings.describe(elsewhere ? null : file, options, lines);
        if (!finished) {
            Snapshot snapshot = Snapshot.since(baseline);
            meta("status", snapshot.nanos()).describe(snapshot, lines);
        } else {
            lines.put("batches", String.valueOf(loaded.batches().count()));
            lines.put("restored", String.valueOf(loaded.batches().classes()));
        }
    }

    @Override
    public synchronized void finish(final String reason) {
        if (finished) {
            return;
        }
        finished = true;
        if (!recording) {
            Messages.warn("the program ended before the delay was over: no profile was written");
        } else if (transformer.seen() > 0) {
            LastPlace.write(file, new LastPlace.Writing() {
                @Override
                public void to(File place) throws IOException {
                    writeTo(place, reason);
                }
            });
            if (!transformer.hasWoven() && transformer.skipped() == 0) {
                Messages.warn("no class of the program was profiled, though " + transformer.seen()
                        + " could have been: see the options include= and exclude=");
            }
        }
    }

    private void writeTo(File into, String reason) throws IOException {
        long now = System.nanoTime();
        Snapshot snapshot = Snapshot.since(baseline);
        new ProfileWriter(methods).write(snapshot, meta(reason, now), into);
    }

    MethodTable methods() {
        return methods;
    }

    Skips skips() {
        return skips;
    }

    /** What the profile of a session of the program's own says of its making. */
    Meta meta(Mark begin, String name, Snapshot end) {
        Meta meta = provenance.meta("session", options);
        meta.session = name;
        meta.ofOneThread = begin.recorder != null;
        meta.histograms = false;
        meta.startMillis = begin.millis;
        meta.wallNanos = end.nanos() - begin.baseline.nanos();
        return meta;
    }

    private Meta meta(String reason, long now) {
        Meta meta = provenance.meta(reason, options);
        meta.attached = attached;
        meta.startMillis = startMillis;
        meta.wallNanos = now - startNanos;
        return meta;
    }
}
