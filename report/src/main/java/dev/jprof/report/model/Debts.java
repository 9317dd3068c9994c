package dev.jprof.report.model;

/**
 * What probes cost beyond what their nodes have. A tick falls on one of a method's many paths and stands for the others, so those that
 * have some bear the cost of those that have none, each in proportion to what is left of it. What a node lacks by more than a tick is
 * no chance: the cost is reckoned too high there, and nobody bears it.
 */
final class Debts {
    private static final double TICK_NANOS = 1e6;

    private final double[] owed;
    private final double[] left;

    Debts(int methods) {
        owed = new double[methods];
        left = new double[methods];
    }

    void add(int method, double owedByNode, double leftOfNode) {
        owed[method] += Math.max(0, Math.min(owedByNode, TICK_NANOS));
        left[method] += leftOfNode;
    }

    /** What a node bears of it, of which so much is left. */
    long shareOf(int method, long leftOfNode) {
        return left[method] <= 0 ? 0 : Math.min(leftOfNode, Math.round(leftOfNode * (owed[method] / left[method])));
    }
}
