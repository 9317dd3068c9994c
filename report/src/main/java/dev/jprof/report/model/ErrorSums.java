package dev.jprof.report.model;

/** The error bars of methods under construction: fed node by node, thread by thread, in the order of a walk. Used once. */
sealed interface ErrorSums permits BarSums, SampleBars {
    static ErrorSums of(Profile profile) {
        return profile.tree().isSampled() ? new SampleBars(profile) : new BarSums(profile);
    }

    /** Comes by a node; {@code outermost} where the walk is inside no other call of the method. */
    void enter(int method, int node, boolean outermost);

    void leave(int method, boolean outermost);

    void endThread(int root);

    Bars of(int method);
}
