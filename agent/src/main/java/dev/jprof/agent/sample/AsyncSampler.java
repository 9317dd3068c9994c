package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Samples with async-profiler: the wall time of all threads, waiting or not. Its recordings take turns. */
final class AsyncSampler implements Sampler {
    private final AsyncProfiler profiler;
    private final JfrReader reader;
    private final int intervalMillis;
    private File current;

    /** @throws ReflectiveOperationException if this JVM can't read recordings */
    AsyncSampler(AsyncProfiler profiler, StackFolder folder, int intervalMillis) throws ReflectiveOperationException {
        this.profiler = profiler;
        this.reader = new JfrReader(
                folder, Arrays.asList(JfrEvent.WALL_CLOCK, JfrEvent.EXECUTION), intervalMillis * 1000000L);
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void begin() throws Exception {
        reader.begin();
        current = start();
    }

    /** Native frames are left out: they are no methods. */
    private File start() throws Exception {
        File file = File.createTempFile("jprof-", ".jfr");
        try {
            profiler.execute("start,event=wall,interval=" + intervalMillis + "ms,cstack=no,jfr,file=" + file.getPath());
            return file;
        } catch (Exception refused) {
            file.delete();
            throw refused;
        }
    }

    @Override
    public synchronized void flush() throws Exception {
        File last = current;
        profiler.execute("stop");
        try {
            current = start();
        } finally {
            read(last);
        }
    }

    @Override
    public synchronized void end(boolean withTheProgram) throws Exception {
        profiler.execute("stop");
        read(current);
    }

    private void read(File recording) throws Exception {
        try {
            reader.read(recording);
        } finally {
            recording.delete();
        }
    }

    @Override
    public String engine() {
        return "async";
    }

    @Override
    public String clock() {
        return "wall";
    }

    @Override
    public List<String> events() {
        return Collections.singletonList(JfrEvent.WALL_CLOCK.event);
    }

    @Override
    public Set<SampledMetric> metrics() {
        return EnumSet.of(SampledMetric.SAMPLES, SampledMetric.SAMPLED, SampledMetric.RUNNING);
    }

    @Override
    public Map<String, Long> thresholds() {
        return Collections.emptyMap();
    }

    @Override
    public String bias() {
        return "samples are of wall time, of every thread whether it waits or not; one that waits for a processor is seen when it"
                + " has it, so that on a busy machine some samples are missing; some milliseconds of every ten seconds are not"
                + " seen";
    }

    @Override
    public long lost() {
        return reader.lost();
    }
}
