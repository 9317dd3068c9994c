package dev.jprof.benchmarks.dense;

/** Four numbers on their way through the queues of tasks. */
final class Packet {
    static final int SIZE = 4;

    private final int number;
    private final int[] values = new int[SIZE];
    private Packet next;

    Packet(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    Packet next() {
        return next;
    }

    void setNext(Packet packet) {
        next = packet;
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int sum() {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum / 2;
    }
}
