package dev.jprof.report.model;

/** A column of doubles that becomes one of longs in the same memory, number by number. Used once. */
final class RoundedColumn {
    /** A double's bits, until {@link #end} has been there. */
    private final long[] values;

    RoundedColumn(int size) {
        values = new long[size];
    }

    double at(int index) {
        return Double.longBitsToDouble(values[index]);
    }

    void add(int index, double more) {
        values[index] = Double.doubleToRawLongBits(at(index) + more);
    }

    /** From now on the number is this one. */
    void end(int index, long value) {
        values[index] = value;
    }

    /** Asked for when each number has had its end. */
    long[] rounded() {
        return values;
    }
}
