package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds the events of recordings, each once though recordings overlap. */
final class JfrReader {
    private static final String VIRTUAL = "[virtual threads]";

    /** JDK 17 forgets some threads that ended just before the recording is copied: their events have none. */
    private static final String UNKNOWN = "[unknown thread]";

    private static final SampledMetric[] CPU = {SampledMetric.SAMPLES, SampledMetric.SAMPLED};
    private static final SampledMetric[] WALL = {SampledMetric.SAMPLES, SampledMetric.SAMPLED, SampledMetric.RUNNING};

    private final JfrEvents jfr = new JfrEvents();
    private final StackFolder folder;
    private final Map<String, JfrEvent> events = new HashMap<String, JfrEvent>();
    private final long intervalNanos;
    private final ReadChunks read = new ReadChunks();
    private volatile long beginNanos = Long.MAX_VALUE;
    private final Stack stack = new Stack();
    private long lost;

    JfrReader(StackFolder folder, List<JfrEvent> asked, long intervalNanos) throws ReflectiveOperationException {
        this.folder = folder;
        this.intervalNanos = intervalNanos;
        for (JfrEvent event : asked) {
            events.put(event.event, event);
        }
    }

    /** What happened before now is left out: it was the recorder's own start. */
    void begin() {
        beginNanos = System.currentTimeMillis() * 1000000;
    }

    /** Changes the file, which is of no use afterwards. */
    void read(File file) throws Exception {
        if (!read.cutFrom(file)) {
            return;
        }
        jfr.read(file, new JfrEvents.Visitor() {
            @Override
            public void visit(Object event) throws ReflectiveOperationException {
                fold(event);
            }
        });
    }

    private synchronized void fold(Object event) throws ReflectiveOperationException {
        JfrEvent kind = events.get(jfr.nameOf(event));
        if (kind == null) {
            return;
        }
        Object thread = jfr.threadOf(event, kind.threadField);
        String name = thread == null ? UNKNOWN : jfr.threadName(thread);
        if (name == null || StackFolder.isOwnThread(name)) {
            return;
        }
        if (kind.hasItsTime() && jfr.endOf(event) < beginNanos) {
            return;
        }
        boolean hasStack = jfr.fill(stack, event);
        if (kind.isSample() && !hasStack) {
            lost += kind == JfrEvent.WALL_CLOCK ? 0 : 1;
            return;
        }
        if (!kind.isSample() && thread != null && jfr.isOfTheSystem(thread)) {
            return;
        }
        if (kind == JfrEvent.NATIVE && BlockingNatives.contains(stack.className(0), stack.name(0))) {
            return;
        }
        if (kind == JfrEvent.EXCEPTION) {
            stack.dropConstructorsOf(jfr.classOf(event, "thrownClass"));
        }
        if (thread != null && jfr.isVirtual(thread)) {
            add(VIRTUAL, 0, kind, event);
        } else {
            add(name, thread == null ? 0 : jfr.threadId(thread), kind, event);
        }
    }

    private void add(String thread, long id, JfrEvent kind, Object event) throws ReflectiveOperationException {
        long amount = amount(kind, event);
        if (kind == JfrEvent.WALL_CLOCK) {
            long samples = jfr.numberOf(event, "samples");
            long running = jfr.textOf(event, "state").equals("STATE_RUNNABLE") ? amount : 0;
            folder.add(thread, id, stack, WALL, new long[] {samples, amount, running});
        } else if (kind.isSample()) {
            folder.add(thread, id, stack, CPU, new long[] {1, amount});
        } else {
            folder.add(thread, id, stack, new SampledMetric[] {kind.metric}, new long[] {amount});
        }
    }

    private long amount(JfrEvent kind, Object event) throws ReflectiveOperationException {
        switch (kind) {
            case EXECUTION:
            case NATIVE:
                return intervalNanos;
            case CPU_TIME:
                return jfr.spanOf(event, "samplingPeriod");
            case WALL_CLOCK:
                return jfr.numberOf(event, "samples") * intervalNanos;
            case ALLOCATION:
                return jfr.numberOf(event, "weight");
            case EXCEPTION:
                return 1;
            default:
                return jfr.nanosOf(event);
        }
    }

    /** How many samples had no stack. */
    synchronized long lost() {
        return lost;
    }
}
