package dev.jprof.agent.output;

import dev.jprof.agent.rt.Allocation;
import dev.jprof.agent.rt.Durations;
import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.Sampling;
import java.util.Arrays;

/**
 * What the nodes of all threads allocated. Totals are measured, most of them on some calls only; a node's own bytes are its total
 * less those of its children, so these have to be made to agree: where all calls of a node were measured its total stands and
 * what is below shrinks, the most uncertain most; elsewhere the total grows to what is below.
 */
final class AllocationTable {
    private static final double KIB_SQUARE = 1024 * 1024;

    private final boolean on = Sampling.measuresAllocation();
    private double[] total = new double[1024];
    private double[] variance = new double[1024];
    private boolean[] estimated = new boolean[1024];

    /** Bytes allocated by each node itself, and their variance in square KiB; empty while this is off. */
    long[] own = new long[0];

    long[] spread = new long[0];

    /**
     * Adds what was measured of a node.
     *
     * @param place its place in the table of nodes; several may have the same
     * @param bytes what its thread has allocated so far, if the node's last call is open; else negative
     */
    void add(int place, Node node, long bytes) {
        if (!on) {
            return;
        }
        if (place >= total.length) {
            int longer = Math.max(2 * total.length, place + 1);
            total = Arrays.copyOf(total, longer);
            variance = Arrays.copyOf(variance, longer);
            estimated = Arrays.copyOf(estimated, longer);
        }
        Durations durations = node.durations();
        Allocation allocation = durations == null ? null : durations.allocation();
        long calls = node.calls();
        long ended = calls - (bytes >= 0 ? 1 : 0);
        double known = allocation == null ? -1 : allocation.total(ended);
        estimated[place] |= ended > 0 && (known < 0 || !allocation.isExact(ended));
        total[place] += Math.max(0, known);
        variance[place] += known < 0 ? 0 : allocation.variance(ended);
        if (bytes >= 0 && allocation != null && durations.began(calls)) {
            total[place] += allocation.open(bytes);
        } else if (bytes >= 0) {
            estimated[place] = true;
        }
    }

    /** Finds out each node's own bytes. */
    void settle(NodeTable nodes) {
        if (!on) {
            return;
        }
        own = new long[nodes.size];
        spread = new long[nodes.size];
        double[] below = new double[nodes.size];
        double[] varianceBelow = new double[nodes.size];
        for (int node = nodes.size - 1; node >= 0; node--) {
            int parent = nodes.parent[node];
            if (parent < 0 || estimated[node]) {
                total[node] = Math.max(total[node], below[node]);
            }
            if (parent >= 0) {
                below[parent] += total[node];
                varianceBelow[parent] += variance[node];
            }
        }
        double[] ownBytes = new double[nodes.size];
        for (int node = 0; node < nodes.size; node++) {
            int parent = nodes.parent[node];
            if (parent >= 0) {
                double excess = Math.max(0, below[parent] - total[parent]);
                double share = share(variance[node], varianceBelow[parent], total[node], below[parent]);
                total[node] = Math.max(0, total[node] - excess * share);
                ownBytes[parent] -= total[node];
            }
            ownBytes[node] = total[node];
        }
        for (int node = 0; node < nodes.size; node++) {
            own[node] = Math.round(Math.max(0, ownBytes[node]));
            spread[node] = Math.round((variance[node] + varianceBelow[node]) / KIB_SQUARE);
        }
    }

    /** What of too much is a child's: it is shared by how uncertain the children are. */
    private static double share(double variance, double allVariance, double total, double allTotal) {
        if (allVariance > 0) {
            return variance / allVariance;
        }
        return allTotal > 0 ? total / allTotal : 0;
    }

    /** Puts nodes where they went, those out of the table away. */
    void move(int[] moved) {
        for (int node = 0; node < own.length; node++) {
            if (moved[node] >= 0) {
                own[moved[node]] = own[node];
                spread[moved[node]] = spread[node];
            }
        }
    }
}
