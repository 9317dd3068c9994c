package dev.jprof.report.html;

import java.io.IOException;
import java.io.OutputStream;

/** Numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth bit says that more follow. */
final class Varints {
    private final byte[] buffer = new byte[1 << 15];
    private final OutputStream out;
    private int used;

    Varints(OutputStream out) {
        this.out = out;
    }

    /** {@code value} is not negative. */
    void write(long value) throws IOException {
        if (used > buffer.length - 10) {
            flush();
        }
        long rest = value;
        while (rest > 0x7f) {
            buffer[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[used++] = (byte) rest;
    }

    void write(int[] values) throws IOException {
        for (int value : values) {
            write(value);
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
