package dev.jprof.report.model;

/** The error bars of methods under construction: fed node by node, thread by thread, in the order of a walk. Used once. */
sealed interface ErrorSums permits BarSums, SampleBars {
    static ErrorSums of(Profile profile) {
        return profile.tree().isSampled() ? new SampleBars(profile) : new BarSums(profile);
    }

    void enter(int method, int node, boolean outermost);

    void endThread(int root);

    Bars of(int method);

    /** The bar of one node's self time by itself, in nanoseconds. */
    double selfOf(int node, int root);

    /** The bar of one node's total time by itself, in nanoseconds. */
    double totalOf(int node, int root);
}
