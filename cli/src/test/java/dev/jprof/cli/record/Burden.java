package dev.jprof.cli.record;

/** Work without a purpose, for a method that is to be slower than it was. */
public final class Burden {
    /** Read by nobody; without it the work could be left out. */
    static int rest;

    private Burden() {}

    /** About a nanosecond a step. */
    public static void carry(int steps) {
        int value = rest | 1;
        for (int step = 0; step < steps; step++) {
            value = value * 0x01000193 ^ step;
        }
        rest = value;
    }
}
