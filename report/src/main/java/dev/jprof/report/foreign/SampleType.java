package dev.jprof.report.foreign;

import dev.jprof.report.model.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One value of the samples of a pprof file, as a metric.
 *
 * @param place which value
 * @param scale what it is multiplied by to be in the metric's unit
 */
record SampleType(int place, Metric metric, long scale) {
    /** Names of times that samples of threads stand for. */
    private static final Set<String> TIMES = Set.of("cpu", "wall", "time", "sampled", "itimer");

    /** The default type first, which is the last of the file unless it names one, then in the order of the file; names that jprof's own metrics have get a {@code pprof } in front. */
    static List<SampleType> of(PprofFile file) {
        List<SampleType> types = new ArrayList<>();
        Set<Metric> taken = new HashSet<>();
        int standard = standard(file);
        for (int place = 0; place < file.types.size(); place++) {
            String name = file.text(file.types.get(place)[0]);
            String unit = file.text(file.types.get(place)[1]);
            Metric metric = metric(name, unit);
            boolean known = Metric.KNOWN.stream().anyMatch(own -> own.name().equals(metric.name()));
            boolean own = metric.equals(Metric.SAMPLES) || metric.equals(Metric.SAMPLED);
            Metric free = known && !own || !taken.add(metric) || isColumn(name)
                    ? new Metric("pprof " + place + " " + metric.name(), metric.unit())
                    : metric;
            SampleType type = new SampleType(place, free, scale(unit));
            types.add(place == standard ? 0 : types.size(), type);
        }
        return types;
    }

    private static int standard(PprofFile file) {
        for (int place = 0; file.defaultType > 0 && place < file.types.size(); place++) {
            if (file.types.get(place)[0] == file.defaultType) {
                return place;
            }
        }
        return file.types.size() - 1;
    }

    private static Metric metric(String name, String unit) {
        if (name.equals("samples") || name.equals("sample")) {
            return unit.equals("count") ? Metric.SAMPLES : new Metric("pprof samples", unit(unit));
        }
        return TIMES.contains(name) && unit(unit).equals("ns")
                ? Metric.SAMPLED
                : new Metric(name.isEmpty() ? "unnamed" : name, unit(unit));
    }

    private static boolean isColumn(String name) {
        return name.equals("parent") || name.equals("method") || name.startsWith("[");
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "nanoseconds", "microseconds", "milliseconds", "seconds" -> "ns";
            case "" -> "count";
            default -> unit;
        };
    }

    private static long scale(String unit) {
        return switch (unit) {
            case "microseconds" -> 1_000;
            case "milliseconds" -> 1_000_000;
            case "seconds" -> 1_000_000_000;
            default -> 1;
        };
    }
}
