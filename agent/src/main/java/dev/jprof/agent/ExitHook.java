package dev.jprof.agent;

import java.util.Arrays;

/** Finishes a recording when the program ends. */
final class ExitHook extends Thread {
    private final Timed recording;
    private final byte[][] reserve;

    /** @param reserve memory for writing the profile where the program has filled the heap */
    ExitHook(Timed recording, byte[][] reserve) {
        super("jprof-exit");
        this.recording = recording;
        this.reserve = reserve;
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    /** A profile of some thousand nodes takes less. In pieces, since large arrays have regions of the heap to themselves. */
    static byte[][] reserve() {
        return new byte[64][1 << 14];
    }

    /** Lets the program end without it; false when the program is ending, and the recording with it. */
    boolean remove() {
        try {
            boolean removed = Runtime.getRuntime().removeShutdownHook(this);
            Arrays.fill(reserve, null);
            return removed;
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    @Override
    public void run() {
        Arrays.fill(reserve, null);
        recording.finish("exit");
    }
}
