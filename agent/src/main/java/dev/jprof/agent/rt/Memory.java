package dev.jprof.agent.rt;

import java.lang.reflect.Field;

/**
 * Memory outside the Java heap, by address. In the agent's jar every use of this class stands for the JDK's own
 * {@code Unsafe}, whose methods have the same names: see {@code Placement}. This one is for tests: an array whose
 * addresses start at {@link #ORIGIN}.
 */
final class Memory {
    private static final long ORIGIN = 1 << 20;
    private static final Memory THE_ONE = new Memory();

    private final int[] words = new int[1 << 23];
    private int taken;

    private Memory() {}

    static Memory getUnsafe() {
        return THE_ONE;
    }

    private static int word(long address) {
        return (int) (address - ORIGIN >> 2);
    }

    int getInt(long address) {
        return words[word(address)];
    }

    void putInt(long address, int value) {
        words[word(address)] = value;
    }

    long getLong(long address) {
        return getInt(address) & 0xffffffffL | (long) getInt(address + 4) << 32;
    }

    void putLong(long address, long value) {
        putInt(address, (int) value);
        putInt(address + 4, (int) (value >>> 32));
    }

    synchronized long allocateMemory(long bytes) {
        int from = taken;
        taken += (int) (bytes + 3 >> 2);
        return ORIGIN + ((long) from << 2);
    }

    void setMemory(long address, long bytes, byte value) {
        java.util.Arrays.fill(words, word(address), word(address + bytes), value);
    }

    void storeFence() {}

    /** Of the fields of objects the JDK's class alone knows anything. */
    long objectFieldOffset(Field field) {
        return 0;
    }

    long getLong(Object object, long offset) {
        return 0;
    }
}
