package dev.jprof.report.foreign;

import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A pprof file as a profile: its types of samples are metrics, labels named {@code thread} are threads. */
final class PprofReader {
    private static final int MOST_BYTES = 1 << 30;
    private static final long NANOS = 1_000_000_000;

    private final PprofFile file;
    /** Go's {@code runtime/pprof.Do} looks like a method of Java. */
    private static final Pattern OTHER_LANGUAGES = Pattern.compile("\\.(go|s|c|cc|cpp|h|rs|py|js|mjs|ts|rb|php)$");

    private final List<SampleType> types;
    private final SampleTree tree;
    private final Map<Long, List<Method>> framesOf = new HashMap<>();
    private long stackless;

    private PprofReader(PprofFile file) {
        this.file = file;
        this.types = SampleType.of(file);
        Set<Metric> metrics = new LinkedHashSet<>(Set.of(Metric.SAMPLES));
        types.forEach(type -> metrics.add(type.metric()));
        this.tree = new SampleTree(List.copyOf(metrics));
    }

    static Profile read(Path name, InputStream bytes) throws IOException {
        byte[] all = bytes.readNBytes(MOST_BYTES);
        if (bytes.read() >= 0) {
            throw new ProfileFormatException(name, "holds more than 1 GB, the most that is read of pprof");
        }
        try {
            PprofFile file = new PprofFile(new Wire(all));
            if (file.types.isEmpty() || file.texts.isEmpty()) {
                throw new Wire.Damaged("it has no types of samples");
            }
            return new PprofReader(file).profile();
        } catch (Wire.Damaged damaged) {
            throw new ProfileFormatException(
                    name, "is no pprof, or a damaged one: " + damaged.getMessage() + "; record it again");
        } catch (ArithmeticException tooLarge) {
            throw new ProfileFormatException(name, "a sum does not fit into 64 bits; it is damaged");
        }
    }

    private Profile profile() {
        for (PprofFile.Sample sample : file.samples) {
            if (sample.locations().length == 0) {
                stackless = Math.addExact(stackless, samples(sample));
            }
            int node = thread(sample);
            for (int at = sample.locations().length - 1; at >= 0; at--) {
                for (Method method : frames(sample.locations()[at])) {
                    node = tree.child(node, method);
                }
            }
            for (int type = 0; type < types.size(); type++) {
                tree.add(node, types.get(type).metric(), value(sample, type));
            }
        }
        return tree.build(meta(), Set.of(Metric.SAMPLES));
    }

    /** How many a message stands for: one where the file does not count. */
    private long samples(PprofFile.Sample sample) {
        long samples = 1;
        for (int type = 0; type < types.size(); type++) {
            long value = value(sample, type);
            samples = types.get(type).metric().equals(Metric.SAMPLES) ? value : samples;
        }
        return samples;
    }

    private long value(PprofFile.Sample sample, int type) {
        if (sample.values().length != file.types.size()) {
            throw new Wire.Damaged("a sample has not one value for each type");
        }
        SampleType of = types.get(type);
        long value = sample.values()[of.place()];
        if (value < 0) {
            throw new Wire.Damaged("a value is negative, as in a difference of two profiles");
        }
        return Math.multiplyExact(value, of.scale());
    }

    private int thread(PprofFile.Sample sample) {
        String name = CollapsedReader.ALL_THREADS;
        long id = 0;
        for (PprofFile.Label label : sample.labels()) {
            String key = file.text(label.key());
            if (key.equals("thread") || key.equals("thread_name") || key.equals("thread name")) {
                name = file.text(label.text());
            } else if (key.equals("thread_id") || key.equals("thread id") || key.equals("tid")) {
                id = Math.max(0, label.number());
                name = name.equals(CollapsedReader.ALL_THREADS) ? threadOf(label) : name;
            }
        }
        return tree.thread(name.isEmpty() ? "thread " + id : name, id);
    }

    /** Some tools write numbers as texts. */
    private String threadOf(PprofFile.Label label) {
        String text = file.text(label.text());
        return "thread " + (text.isEmpty() ? String.valueOf(label.number()) : text);
    }

    /** The outermost first. */
    private List<Method> frames(long location) {
        return framesOf.computeIfAbsent(location, this::framesAt);
    }

    private List<Method> framesAt(long id) {
        PprofFile.Location location = file.locations.get(id);
        if (location == null) {
            throw new Wire.Damaged("there is no location " + id);
        }
        List<Method> frames = new ArrayList<>();
        for (long[] line : location.lines()) {
            frames.add(0, method(line[0]));
        }
        return frames.isEmpty() ? List.of(unnamed(location)) : frames;
    }

    private Method method(long id) {
        PprofFile.Function function = file.functions.get(id);
        if (function == null) {
            throw new Wire.Damaged("there is no function " + id);
        }
        String text = file.text(function.name());
        String path = file.text(function.file());
        Method named = OTHER_LANGUAGES.matcher(path).find() ? FrameName.other(text, "", 0) : FrameName.of(text);
        String name = path.substring(path.lastIndexOf('/') + 1);
        int line = function.line() > 0 && function.line() < Integer.MAX_VALUE ? (int) function.line() : 0;
        return new Method(
                named.className(),
                named.name(),
                named.descriptor(),
                name.isEmpty() ? named.file() : name,
                line > 0 ? line : named.line(),
                Method.Kind.JAVA,
                true);
    }

    private Method unnamed(PprofFile.Location location) {
        String path = file.text(file.mappingFiles.getOrDefault(location.mapping(), 0L));
        String library = path.isEmpty() ? "" : path.substring(path.lastIndexOf('/') + 1) + "+";
        return FrameName.other("[" + library + "0x" + Long.toHexString(location.address()) + "]", "", 0);
    }

    private Meta meta() {
        String period = file.text(file.periodType[0]);
        boolean isTime = file.text(file.periodType[1]).equals("nanoseconds");
        String event = period.isEmpty() ? file.text(file.types.get(0)[0]) : period;
        Meta meta =
                Origin.of("pprof", "", event, Map.of("intervalNs", isTime ? file.period : 0, "stackless", stackless));
        Map<String, Object> values = new LinkedHashMap<>(meta.values());
        if (file.timeNanos > 0) {
            Instant start = Instant.ofEpochSecond(file.timeNanos / NANOS, file.timeNanos % NANOS);
            values.put("start", start.toString());
        }
        if (file.durationNanos > 0) {
            values.put("wallNs", file.durationNanos);
        }
        return new Meta(values);
    }
}
