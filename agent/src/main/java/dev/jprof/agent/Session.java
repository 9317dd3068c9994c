package dev.jprof.agent;

import dev.jprof.agent.instrument.ClassFilter;
import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.Skips;
import dev.jprof.agent.instrument.WeavingTransformer;
import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.Baseline;
import dev.jprof.agent.output.Meta;
import dev.jprof.agent.output.ProfileWriter;
import dev.jprof.agent.output.Snapshot;
import dev.jprof.agent.rt.Clock;
import dev.jprof.agent.rt.Recorders;
import dev.jprof.agent.rt.Sampling;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;

/** One recording: from the first instrumented class to the profile. Its methods may be called from any of the agent's threads. */
final class Session {
    private static final int BYTES_A_NODE = 100;

    /** What may be kept of the durations of a node's calls. */
    private static final int BYTES_A_HISTOGRAM = 100;

    private final AgentOptions options;
    private final MethodTable methods = new MethodTable();
    private final Skips skips = new Skips();
    private final Ticker ticker = new Ticker();
    private final WeavingTransformer transformer;
    private final File file;
    private final long pid = ProcessId.get();

    private Baseline baseline = Baseline.nothing();
    private long startMillis = System.currentTimeMillis();
    private long startNanos = System.nanoTime();
    private boolean recording;
    private boolean finished;

    private Session(AgentOptions options) {
        this.options = options;
        this.recording = options.delayMillis() == 0;
        this.file = new File(FileName.fill(options.file(), pid, startMillis)).getAbsoluteFile();
        this.transformer = new WeavingTransformer(
                new ClassFilter(options.include(), options.exclude()),
                methods,
                skips,
                options.jdkCalls(),
                !options.clock().equals("exact"));
    }

    static void start(AgentOptions options, Instrumentation instrumentation) throws Exception {
        useCounters(options);
        int nodes = nodeBudget(options);
        Recorders.limitNodes(nodes);
        if (options.histograms()) {
            Sampling.limitBytes((long) nodes * BYTES_A_HISTOGRAM);
        } else {
            Sampling.switchOff();
        }
        Session session = new Session(options);
        session.transformer.warmUp(
                AgentJar.classes("dev/jprof/agent/Ticker").values().iterator().next());
        session.ticker.start();
        Bridge.open(session);
        if (options.everyMillis() > 0 || options.delayMillis() > 0 || options.durationMillis() > 0) {
            new Timetable(session, options).start();
        }
        Runtime.getRuntime().addShutdownHook(session.exitHook());
        instrumentation.addTransformer(session.transformer);
    }

    private static void useCounters(AgentOptions options) throws OptionException {
        if (options.clock().equals("exact")) {
            Clock.useExactReads();
        } else if (options.clock().equals("cpu")) {
            Clock.useCpuTime(ThreadCounts.cpuNanos());
        }
        if (options.allocations()) {
            Sampling.measureAllocation(ThreadCounts.allocatedBytes());
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

    private Thread exitHook() {
        Thread hook = new Thread("jprof-exit") {
            @Override
            public void run() {
                finish("exit");
            }
        };
        hook.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return hook;
    }

    /** Begins the recording that {@code delay=} put off. */
    synchronized void begin() {
        baseline = Baseline.now();
        Sampling.restart();
        startMillis = System.currentTimeMillis();
        startNanos = System.nanoTime();
        recording = true;
    }

    /** Writes what there is so far. */
    synchronized void snapshot() {
        if (recording && !finished) {
            write("snapshot");
        }
    }

    /** Writes the profile for good; what comes later is not recorded. */
    synchronized void finish(String reason) {
        if (finished) {
            return;
        }
        finished = true;
        if (!recording) {
            Messages.warn("the program ended before the delay was over: no profile was written");
        } else if (transformer.seen() > 0) {
            write(reason);
            if (transformer.instrumented() == 0 && transformer.skipped() == 0) {
                Messages.warn("no class of the program was profiled, though " + transformer.seen()
                        + " could have been: see the options include= and exclude=");
            }
        }
    }

    private void write(String reason) {
        try {
            long now = System.nanoTime();
            Snapshot snapshot = Snapshot.since(baseline);
            new ProfileWriter(methods).write(snapshot, meta(reason, now), file);
        } catch (IOException failure) {
            Messages.warn("could not write " + file + ": " + reason(failure) + "; name another file with file=");
        } catch (Throwable failure) {
            Messages.warn("could not write " + file + ": " + failure);
        }
    }

    /** What the system said, without the name of the temporary file in front of it. */
    private static String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        int reason = message.lastIndexOf(" (");
        return reason < 0 || !message.endsWith(")") ? message : message.substring(reason + 2, message.length() - 1);
    }

    MethodTable methods() {
        return methods;
    }

    Skips skips() {
        return skips;
    }

    /** What the profile of a session of the program's own says of its making. */
    Meta meta(Mark begin, String name, Snapshot end) {
        Meta meta = meta("session", end.nanos());
        meta.session = name;
        meta.ofOneThread = begin.recorder != null;
        meta.allocations = false;
        meta.histograms = false;
        meta.startMillis = begin.millis;
        meta.wallNanos = end.nanos() - begin.baseline.nanos();
        return meta;
    }

    private Meta meta(String reason, long now) {
        String version = Session.class.getPackage().getImplementationVersion();
        Meta meta = new Meta();
        meta.version = version == null ? "?" : version;
        meta.reason = reason;
        meta.clock = options.clock();
        meta.allocations = options.allocations();
        meta.histograms = options.histograms();
        meta.startMillis = startMillis;
        meta.wallNanos = now - startNanos;
        meta.pid = pid;
        meta.options = options.asMap();
        meta.ticks = ticker.ticks();
        meta.tickNanos = ticker.meanNanos();
        meta.gaps = ticker.gaps();
        meta.gapNanos = ticker.gapNanos();
        meta.longestGapNanos = ticker.longestGapNanos();
        meta.tickerWaitNanos = ticker.waitNanos();
        meta.probeCost = ticker.calibration.cost();
        meta.instrumented = transformer.instrumented();
        meta.skipped = transformer.skipped();
        meta.skips = skips;
        meta.methods = methods;
        return meta;
    }
}
