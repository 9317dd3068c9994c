package dev.jprof.agent.instrument;

import java.util.Arrays;

/** Bytes that are being written, big-endian as class files are. */
final class Output {
    byte[] bytes;
    int length;

    Output(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    void u1(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void u2(int value) {
        reserve(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    void u4(int value) {
        u2(value >>> 16);
        u2(value);
    }

    void copy(byte[] from, int start, int count) {
        reserve(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    void copy(Output from) {
        copy(from.bytes, 0, from.length);
    }

    void setU2(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    void setU4(int at, int value) {
        setU2(at, value >>> 16);
        setU2(at + 2, value);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
