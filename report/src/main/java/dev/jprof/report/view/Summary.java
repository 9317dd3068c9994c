package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a whole profile comes to.
 *
 * @param calls how many there were; of a sampled profile samples
 * @param self nanoseconds in all methods, the "seconds" of pstats; on several threads more than the wall time
 * @param virtual whether some threads were virtual
 * @param sampled whether nothing was counted
 * @param unit of {@code self}, as profile.json names it
 * @param weight the name of a metric that {@code self} is a sum of instead of the time or number of samples; empty if it is not
 */
public record Summary(
        Meta meta,
        long calls,
        long primitiveCalls,
        long self,
        long threads,
        boolean virtual,
        boolean sampled,
        String unit,
        String weight) {
    private static final String VIRTUAL_THREADS = "[virtual threads]";

    public static Summary of(MethodTable table) {
        long calls = 0;
        long primitiveCalls = 0;
        long self = 0;
        for (MethodStats row : table.rows()) {
            calls += row.calls();
            primitiveCalls += row.primitiveCalls();
            self += row.self();
        }
        long threads = 0;
        boolean virtual = false;
        for (ThreadRow thread : table.profile().threads()) {
            threads += thread.threads();
            virtual |= thread.name().equals(VIRTUAL_THREADS);
        }
        CallTree tree = table.profile().tree();
        return new Summary(
                table.profile().meta(),
                calls,
                tree.isSampled() ? calls : primitiveCalls,
                self,
                threads,
                virtual,
                tree.isSampled(),
                tree.weight().unit(),
                weightOf(tree.weight()));
    }

    private static String weightOf(Metric weight) {
        boolean usual = List.of(Metric.SELF, Metric.SAMPLED, Metric.SAMPLES).contains(weight);
        return usual ? "" : weight.name().replaceFirst("^\\[weight] ", "");
    }

    /** The two lines above a table; of the second what the profile says. */
    public List<String> lines(Numbers numbers) {
        if (sampled) {
            return new SampledSummary(this, numbers).lines();
        }
        String primitive = calls == primitiveCalls ? "" : " (" + numbers.count(primitiveCalls) + " primitive calls)";
        String kind = isCpuTime() ? " of CPU time" : "";
        String first = numbers.count(calls) + " function calls" + primitive + " in " + seconds(self, numbers) + kind
                + "  (sum of self times, as pstats)";
        return List.of("         " + first, "         " + circumstances(numbers));
    }

    private boolean isCpuTime() {
        return "cpu".equals(meta.values().get("clock"));
    }

    /** What a reader must know before trusting the table, one note a line. */
    public List<String> notes(Numbers numbers) {
        if (sampled) {
            return new SampledSummary(this, numbers).notes();
        }
        List<String> notes = new ArrayList<>();
        if (meta.values().get("overflow") instanceof Map<?, ?> overflow) {
            notes.add("the call tree outgrew its " + count(overflow.get("nodes"), numbers) + " nodes; "
                    + count(overflow.get("calls"), numbers)
                    + " calls are counted in [overflow] rows below some of their callers instead of on their paths, so that cumtime"
                    + " of the callers further in is too small: record with more nodes= or a narrower include=");
        }
        if (meta.values().containsKey("ticker") && !meta.values().containsKey("probeNs")) {
            notes.add("the program ran too short to know what probes cost a call: times contain it");
        }
        if (virtual && isCpuTime()) {
            notes.add("the JVM does not know the CPU time of virtual threads: they have calls and no time");
        }
        if (Boolean.TRUE.equals(meta.values().get("histogramsFull"))) {
            notes.add("memory for durations of calls ran out; paths that came later have none");
        }
        if (Boolean.TRUE.equals(meta.values().get("allocTooMuch"))) {
            notes.add(
                    "the JVM counted some buffers twice: allocated bytes may be a tenth too many; start it with -XX:-FastTLABRefill");
        }
        if (meta.values().get("classes") instanceof Map<?, ?> classes
                && classes.get("skipped") instanceof Number skipped
                && skipped.longValue() > 0) {
            String were = skipped.longValue() == 1 ? " class was" : " classes were";
            notes.add(numbers.count(skipped.longValue()) + were
                    + " left alone, wholly or in part; \"skipped\" in the profile's meta says which and why");
        }
        return notes;
    }

    /** How many profiles, threads and seconds. */
    String extent(Numbers numbers) {
        long merged = meta.integer("merged", 1);
        long wall = meta.integer("wallNs", 0);
        return (merged > 1 ? numbers.count(merged) + " profiles, " : "")
                + numbers.count(threads)
                + (threads == 1 ? " thread" : " threads")
                + (wall > 0 ? ", " + seconds(wall, numbers) + " of wall time" : "");
    }

    private String circumstances(Numbers numbers) {
        StringBuilder line = new StringBuilder(extent(numbers));
        double probe = meta.number("probeNs", 0);
        line.append(probe > 0 ? "; probes about " + about(probe) + uncertainty() + " ns a call" : "");
        double slowdown = meta.number("slowdown", 0);
        line.append(slowdown > 0 ? ", estimated slowdown " + Unit.rounded(slowdown, 2) : "");
        return line.toString();
    }

    private String uncertainty() {
        double error = meta.number("probeErrorNs", 0);
        return error > 0 ? " ± " + about(error) : "";
    }

    static String seconds(long nanoseconds, Numbers numbers) {
        String time = numbers.unit().format(nanoseconds);
        return switch (numbers.unit()) {
            case AUTO -> time;
            case S -> time + " seconds";
            default -> time + " " + numbers.unit().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String about(double nanoseconds) {
        return nanoseconds < 10 ? Unit.rounded(nanoseconds, 1).replace(".0", "") : Unit.rounded(nanoseconds, 0);
    }

    private static String count(@Nullable Object number, Numbers numbers) {
        return number instanceof Number value ? numbers.count(value.longValue()) : "?";
    }
}
