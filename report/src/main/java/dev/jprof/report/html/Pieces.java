package dev.jprof.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that come one after the other, in pieces: one growing array would be copied again and again, and memory that was never
 * touched before is dear. Confined to one thread at a time.
 */
final class Pieces extends OutputStream {
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 16;

    /** No number takes more. */
    private static final int LONGEST = 10;

    private final List<Piece> full = new ArrayList<>();
    private byte[] last = new byte[SMALLEST];
    private int used;
    private int before;

    private record Piece(byte[] bytes, int length) {}

    int size() {
        return before + used;
    }

    /** Adds a number that is not negative: seven bits a byte, the lowest first, the eighth bit says that more follow. */
    void number(long value) {
        if (used > last.length - LONGEST) {
            end();
        }
        byte[] bytes = last;
        int at = used;
        long rest = value;
        while (rest > 0x7f) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        used = at;
    }

    @Override
    public void write(int value) {
        if (used == last.length) {
            end();
        }
        last[used++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; ) {
            if (used == last.length) {
                end();
            }
            int some = Math.min(length - done, last.length - used);
            System.arraycopy(bytes, offset + done, last, used, some);
            used += some;
            done += some;
        }
    }

    /** Adds the bytes of another one, to which nothing may be added afterwards. */
    void take(Pieces other) {
        other.end();
        end();
        full.addAll(other.full);
        before += other.before;
    }

    void writeTo(OutputStream out) throws IOException {
        for (Piece piece : full) {
            out.write(piece.bytes(), 0, piece.length());
        }
        out.write(last, 0, used);
    }

    private void end() {
        full.add(new Piece(last, used));
        before += used;
        last = new byte[Math.max(SMALLEST, Math.min(LARGEST, before))];
        used = 0;
    }
}
