package dev.jprof.benchmarks.dense;

/** Numbers that look random and are the same in every run. */
final class Chance {
    private int state = 12_345;

    /** The next number, from 0 to 32,767. */
    int next() {
        state = state * 1_103_515_245 + 12_345;
        return (state >>> 16) & 0x7fff;
    }
}
