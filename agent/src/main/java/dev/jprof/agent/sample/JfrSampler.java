package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samples with a recording of Flight Recorder. The recording is on disk and kept short: it is read every ten seconds, and when it
 * ends. Flight Recorder ends it itself at the end of the program, beside our own exit hook; whoever comes second waits.
 */
final class JfrSampler implements Sampler {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final long PATIENCE_NANOS = 10000000000L;

    private final Jfr jfr;
    private final JfrReader reader;
    private final List<JfrEvent> events;
    private final long intervalMillis;
    private final File destination;

    JfrSampler(StackFolder folder, long intervalMillis) throws ReflectiveOperationException, IOException {
        this.jfr = new Jfr();
        this.intervalMillis = intervalMillis;
        this.events = JfrEvent.on(javaMajor(), System.getProperty("os.name", ""));
        this.reader = new JfrReader(jfr, folder, events, intervalMillis * 1000000);
        this.destination = File.createTempFile("jprof-", ".jfr");
    }

    private static int javaMajor() {
        String version = System.getProperty("java.specification.version", "0");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    @Override
    public void begin() throws ReflectiveOperationException {
        Map<String, String> settings = new LinkedHashMap<String, String>();
        for (JfrEvent event : events) {
            event.addTo(settings, intervalMillis);
        }
        jfr.start(settings, KEPT, destination);
        reader.begin();
    }

    @Override
    public void flush() throws Exception {
        File dumped = File.createTempFile("jprof-", ".jfr");
        try {
            jfr.dump(dumped);
            reader.read(dumped);
        } finally {
            dumped.delete();
        }
    }

    @Override
    public void end(boolean withTheProgram) throws Exception {
        try {
            if (!withTheProgram || !wasEndedByTheRecorder()) {
                jfr.stop();
            }
            reader.read(destination);
            jfr.close();
        } finally {
            destination.delete();
        }
    }

    /**
     * Flight Recorder ends all recordings in an exit hook of its own, which throws away what another thread is about to write. So
     * it is left to it.
     */
    private boolean wasEndedByTheRecorder() throws ReflectiveOperationException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!jfr.isClosed() && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        return jfr.isClosed();
    }

    @Override
    public String engine() {
        return "jfr";
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
                ? "samples are of CPU time; a wait is seen when it ends, and not if it is shorter than its threshold"
                : "of each interval at most a few running threads and one in native code are sampled, so that shares are right and"
                        + " times of many busy threads are too small; native code that waits counts as running unless it is"
                        + " known to wait; a wait is seen when it ends, and not if it is shorter than its threshold";
    }

    @Override
    public long lost() {
        return reader.lost();
    }
}
