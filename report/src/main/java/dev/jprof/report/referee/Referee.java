package dev.jprof.report.referee;

import dev.jprof.report.model.Meta;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.statistics.BenjaminiHochberg;
import dev.jprof.report.statistics.BinomialShare;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The shares of an instrumented run beside those of a sampled run without probes.
 *
 * @param rows distorted methods first, then the largest
 * @param runningNanos self times of all that is judged, without waiting unless the samples are of wall time
 * @param samples how many samples met what is judged
 * @param elsewhere how many met nothing of it
 * @param sampledMeta how the referee was made
 * @param meta how the run with probes was recorded
 */
public record Referee(
        List<RefereeRow> rows, long runningNanos, int samples, int elsewhere, Meta sampledMeta, Meta meta) {
    public Referee {
        rows = List.copyOf(rows);
    }

    /**
     * Compares two runs of one program.
     *
     * @param instrumented with times as they are to be judged, corrected or raw
     * @throws UsageException if the profiles are not an instrumented and a sampled one, or have nothing in common
     */
    public static Referee of(Profile instrumented, Profile sampled) {
        if (instrumented.tree().isSampled() || !sampled.tree().isSampled()) {
            throw new UsageException("the referee judges an instrumented profile by a sampled one, in this order");
        }
        Judged judged = Judged.of(instrumented, sampled);
        Map<MethodKey, Long> running =
                judged.sums(instrumented, Judged.times(instrumented, isOfWallTime(sampled.meta())));
        long[] counts = sampled.tree().column(Metric.SAMPLES);
        Map<MethodKey, Long> met = judged.sums(sampled, counts);
        long all = sum(met);
        long nanos = sum(running);
        if (all == 0 || nanos == 0) {
            throw new UsageException(
                    "no sample met a method that was instrumented: are these runs of the same program, and was it not idle?");
        }
        List<RefereeRow> rows = new ArrayList<>();
        TreeSet<MethodKey> methods = new TreeSet<>(running.keySet());
        methods.addAll(met.keySet());
        Map<MethodKey, Double> bars = bars(instrumented, judged);
        for (MethodKey method : methods) {
            double share = (double) running.getOrDefault(method, 0L) / nanos;
            double bar = bars.getOrDefault(method, 0.0) / nanos;
            BinomialShare seen = new BinomialShare(Math.toIntExact(met.getOrDefault(method, 0L)), Math.toIntExact(all));
            rows.add(new RefereeRow(method, share, bar, seen, seen.p(RefereeRow.nearest(share, bar, seen.share()))));
        }
        int elsewhere = Math.toIntExact(sum(counts) - all);
        return new Referee(adjusted(rows), nanos, Math.toIntExact(all), elsewhere, sampled.meta(), instrumented.meta());
    }

    private static Map<MethodKey, Double> bars(Profile instrumented, Judged judged) {
        Map<MethodKey, Double> bars = new HashMap<>();
        for (MethodStats row : MethodTable.rowsOf(instrumented)) {
            if (row.bars().known()) {
                bars.merge(judged.key(row.method()), row.bars().self(), Double::sum);
            }
        }
        return bars;
    }

    private static List<RefereeRow> adjusted(List<RefereeRow> rows) {
        double[] p = BenjaminiHochberg.adjust(
                rows.stream().mapToDouble(RefereeRow::p).toArray());
        List<RefereeRow> adjusted = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            RefereeRow row = rows.get(i);
            adjusted.add(new RefereeRow(row.method(), row.share(), row.bar(), row.sampled(), p[i]));
        }
        adjusted.sort(Comparator.comparing((RefereeRow row) -> row.ruling() == Ruling.FITS)
                .thenComparing(Comparator.comparingDouble((RefereeRow row) ->
                                Math.max(row.share(), row.sampled().share()))
                        .reversed()));
        return adjusted;
    }

    private static long sum(Map<MethodKey, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** Whether threads were sampled while they waited, too. */
    public boolean isOfWallTime() {
        return isOfWallTime(sampledMeta);
    }

    /** Whether times have waiting for sockets and files in them, which the samples do not see. */
    public boolean hasUnseenWaiting() {
        return !isOfWallTime() && !meta.text("clock", "").equals("cpu");
    }

    private static boolean isOfWallTime(Meta sampled) {
        return sampled.text("clock", "").equals("wall");
    }

    public long distorted() {
        return rows.stream().filter(row -> row.ruling() != Ruling.FITS).count();
    }
}
