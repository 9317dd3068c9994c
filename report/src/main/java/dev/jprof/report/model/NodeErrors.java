package dev.jprof.report.model;

/** The error bars of single nodes, each by itself, in nanoseconds. */
sealed interface NodeErrors permits NodeBarSums, SampleBars {
    static NodeErrors of(Profile profile) {
        return profile.tree().isSampled() ? new SampleBars(profile) : new NodeBarSums(profile);
    }

    /** Whether the profile says how it was measured. */
    boolean known();

    double selfOf(int node, int root);

    double totalOf(int node, int root);
}
