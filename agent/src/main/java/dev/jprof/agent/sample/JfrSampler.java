package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Samples with Flight Recorder, whose recording is copied and read at each turn. */
final class JfrSampler implements Sampler {
    /** Flight Recorder ends the JVM when it can't write, so it must not come to that; so many bytes last for some turns. */
    private static final long LEAST = 16 << 20;

    private static final long LEAST_AT_START = 2 * LEAST;
    private static final String NO_ROOM =
            "the directory for temporary files is nearly full or gone, and Flight Recorder ends programs when it is";

    private final List<JfrEvent> events;
    private final JfrReader reader;
    private final Map<String, String> settings = new LinkedHashMap<String, String>();
    private final JfrRecording recording;
    private boolean ended;

    /** @throws ClassNotFoundException if this JVM has no Flight Recorder, or its module was not loaded */
    JfrSampler(StackFolder folder, long intervalMillis) throws ReflectiveOperationException, IOException {
        events = JfrEvent.on(javaMajor(), System.getProperty("os.name", ""));
        reader = new JfrReader(folder, events, intervalMillis * 1000000);
        for (JfrEvent event : events) {
            event.addTo(settings, intervalMillis);
        }
        if (!JfrRecording.hasRoomFor(LEAST_AT_START)) {
            throw new IOException(NO_ROOM);
        }
        recording = JfrRecording.start(settings);
    }

    private static int javaMajor() {
        String version = System.getProperty("java.specification.version", "0");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    @Override
    public void begin() {
        reader.begin();
    }

    @Override
    public synchronized void flush() throws Exception {
        if (ended) {
            return;
        }
        File copy = recording.copy();
        if (copy != null) {
            read(copy);
        }
        if (!JfrRecording.hasRoomFor(LEAST)) {
            end(false);
            throw new IOException("sampling has ended, since " + NO_ROOM);
        }
    }

    private void read(File copy) throws Exception {
        try {
            reader.read(copy);
        } finally {
            copy.delete();
        }
    }

    @Override
    public synchronized void end(boolean withTheProgram) throws Exception {
        if (ended) {
            return;
        }
        ended = true;
        try {
            File rest = withTheProgram ? null : recording.copy();
            if (rest == null) {
                recording.awaitEndByRecorder();
                reader.read(recording.file());
            } else {
                read(rest);
            }
        } finally {
            recording.delete();
        }
    }

    @Override
    public String engine() {
        return "jfr";
    }

    @Override
    public String clock() {
        return "cpu";
    }

    @Override
    public List<String> events() {
        List<String> names = new ArrayList<String>();
        for (JfrEvent event : events) {
            names.add(event.event);
        }
        return names;
    }

    @Override
    public Set<SampledMetric> metrics() {
        Set<SampledMetric> metrics = EnumSet.of(SampledMetric.SAMPLES);
        for (JfrEvent event : events) {
            metrics.add(event.metric);
        }
        return metrics;
    }

    @Override
    public Map<String, Long> thresholds() {
        Map<String, Long> thresholds = new LinkedHashMap<String, Long>();
        for (JfrEvent event : events) {
            if (event.hasThreshold()) {
                thresholds.put(event.event, Long.valueOf(JfrEvent.THRESHOLD_MILLIS * 1000000));
            }
        }
        return thresholds;
    }

    @Override
    public String bias() {
        return events.contains(JfrEvent.CPU_TIME)
                ? "samples are of CPU time, a thread's first after an interval of its own: threads that end before that"
                        + " are hardly seen; a wait is seen when it ends, and not if it is shorter than its threshold"
                : "of each interval at most a few running threads and one in native code are sampled, so that shares are right and"
                        + " times of many busy threads are too small; native code that waits counts as running unless it is"
                        + " known to wait; a wait is seen when it ends, and not if it is shorter than its threshold";
    }

    @Override
    public long lost() {
        return reader.lost();
    }
}
