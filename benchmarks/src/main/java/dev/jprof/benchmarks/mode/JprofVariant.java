package dev.jprof.benchmarks.mode;

/** jprof with an option that makes it another profiler. It runs where jprof does. */
interface JprofVariant extends Mode {
    Jprof jprof();

    @Override
    default Jdk jdk() {
        return jprof().jdk();
    }

    @Override
    default String obstacle() {
        return jprof().obstacle();
    }

    @Override
    default long mostCalls() {
        return jprof().mostCalls();
    }
}
