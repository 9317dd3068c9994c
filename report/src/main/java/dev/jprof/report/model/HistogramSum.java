package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Histograms being added up by new owners. Used once. */
final class HistogramSum {
    private final List<Histograms> parts = new ArrayList<>();

    /** New owner above; part and place, counted through all parts, below. */
    private long[] collected = new long[64];

    private int size;
    private int owners;
    private int cells;

    void collect(Histograms part, int[] newOwner) {
        collected = Arrays.copyOf(collected, Math.max(collected.length, size + part.size()));
        int before = parts.stream().mapToInt(Histograms::size).sum();
        for (int place = 0; place < part.size(); place++) {
            int owner = newOwner[part.owner(place)];
            if (owner >= 0) {
                collected[size++] = (long) owner << 32 | before + place;
                owners = Math.max(owners, owner + 1);
            }
        }
        parts.add(part);
        cells += part.cells();
    }

    /** By owner, as they came: counted instead of compared, since there are a million of them. */
    private long[] inOrder() {
        int[] next = new int[owners + 1];
        for (int i = 0; i < size; i++) {
            next[(int) (collected[i] >> 32) + 1]++;
        }
        for (int owner = 0; owner < owners; owner++) {
            next[owner + 1] += next[owner];
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[next[(int) (collected[i] >> 32)]++] = collected[i];
        }
        return order;
    }

    Histograms build() {
        long[] order = inOrder();
        int[] owner = new int[size];
        long[] samples = new long[size];
        long[] max = new long[size];
        int[] start = new int[size + 1];
        int[] bucket = new int[cells];
        long[] calls = new long[cells];
        long[] sums = new long[Histogram.BUCKETS];
        int count = 0;
        int used = 0;
        for (int next = 0; next < size; count++) {
            owner[count] = (int) (order[next] >> 32);
            int least = Histogram.BUCKETS;
            int most = -1;
            for (; next < size && order[next] >> 32 == owner[count]; next++) {
                int place = (int) order[next];
                int part = 0;
                while (place >= parts.get(part).size()) {
                    place -= parts.get(part++).size();
                }
                samples[count] = Math.addExact(samples[count], parts.get(part).addTo(sums, place));
                least = Math.min(least, parts.get(part).leastBucket(place));
                most = Math.max(most, parts.get(part).mostBucket(place));
                max[count] = Math.max(max[count], parts.get(part).max(place));
            }
            for (int i = least; i <= most; i++) {
                if (sums[i] != 0) {
                    bucket[used] = i;
                    calls[used++] = sums[i];
                    sums[i] = 0;
                }
            }
            start[count + 1] = used;
        }
        return new Histograms(
                Arrays.copyOf(owner, count),
                Arrays.copyOf(samples, count),
                Arrays.copyOf(max, count),
                Arrays.copyOf(start, count + 1),
                Arrays.copyOf(bucket, used),
                Arrays.copyOf(calls, used));
    }
}
