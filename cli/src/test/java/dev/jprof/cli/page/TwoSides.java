package dev.jprof.cli.page;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A program before and after a change that made one method slower, one faster, took one away and added one. */
final class TwoSides {
    static final Profile OLD = Paths.of(List.of(
            "main com.acme.Main.main | 1 10000000",
            "main com.acme.Main.main com.acme.A.slower | 10 100000000",
            "main com.acme.Main.main com.acme.A.faster | 10 300000000",
            "main com.acme.Main.main com.acme.A.same | 10 50000000",
            "main com.acme.Main.main com.acme.A.gone | 5 200000000"));
    static final Profile NEW = Paths.of(List.of(
            "main com.acme.Main.main | 1 10000000",
            "main com.acme.Main.main com.acme.A.slower | 30 400000000",
            "main com.acme.Main.main com.acme.A.faster | 10 100000000",
            "main com.acme.Main.main com.acme.A.same | 10 50000000",
            "main com.acme.Main.main com.acme.A.added | 7 150000000"));

    private TwoSides() {}

    /** Each node's self time has this variance, in squares of milliseconds. */
    static Profile uncertain(Profile profile, long spread) {
        CallTree tree = profile.tree();
        int size = tree.size();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        columns.put(
                Metric.SPREAD,
                IntStream.range(0, size)
                        .mapToLong(node -> tree.isRoot(node) ? 0 : spread * 1_000_000)
                        .toArray());
        CallTree more = new CallTree(
                IntStream.range(0, size).map(tree::parent).toArray(),
                IntStream.range(0, size).map(tree::method).toArray(),
                columns);
        return new Profile(profile.meta(), profile.methods(), profile.threads(), more);
    }

    /** Of each method's calls all took its calls in microseconds, and allocated so many bytes each. */
    static Profile measured(Profile profile, long bytes) {
        return measured(profile, bytes, 1000);
    }

    static Profile measured(Profile profile, long bytes, long nanosOfACall) {
        CallTree tree = profile.tree();
        int size = tree.size();
        int[] node = IntStream.range(1, size).toArray();
        long[] calls = IntStream.of(node).mapToLong(tree::calls).toArray();
        long[] nanos = LongStream.of(calls).map(count -> count * nanosOfACall).toArray();
        int[] bucket = LongStream.of(nanos).mapToInt(Histogram::bucketOf).toArray();
        int[] start = IntStream.range(0, size).toArray();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        columns.put(
                Metric.ALLOC,
                IntStream.range(0, size).mapToLong(at -> tree.calls(at) * bytes).toArray());
        CallTree more = new CallTree(
                IntStream.range(0, size).map(tree::parent).toArray(),
                IntStream.range(0, size).map(tree::method).toArray(),
                columns,
                new Histograms(node, calls, nanos, start, bucket, calls));
        return new Profile(profile.meta(), profile.methods(), profile.threads(), more);
    }
}
