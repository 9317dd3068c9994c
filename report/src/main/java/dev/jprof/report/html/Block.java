package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Columns of numbers for the page, which unpacks a column when it first shows something of it: four bytes with the length of a
 * JSON object, the object, which says how many bytes each column has, and the columns. A number has as many bytes as it needs:
 * seven bits each, the lowest first, the eighth bit says that more follow. Confined to one thread.
 */
final class Block {
    /** More than twice as fast as the default, for pages that are a tenth larger. */
    private static final int LEVEL = 3;

    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private byte[] bytes = new byte[1 << 12];
    private int used;
    private int begun;

    /** Ends a column; what was added since the one before is in it. */
    void end(String column) {
        lengths.put(column, used - begun);
        begun = used;
    }

    /** {@code value} is not negative. */
    void add(long value) {
        if (used > bytes.length - 10) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = value;
        while (rest > 0x7f) {
            bytes[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[used++] = (byte) rest;
    }

    void column(String name, long[] values) {
        for (long value : values) {
            add(value);
        }
        end(name);
    }

    void column(String name, int[] values) {
        for (int value : values) {
            add(value);
        }
        end(name);
    }

    /** What was added to another block, as a column of this one. */
    void column(String name, Block other) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, used + other.used + 10));
        System.arraycopy(other.bytes, 0, bytes, used, other.used);
        used += other.used;
        end(name);
    }

    /** The block as text of one line. */
    byte[] packed() {
        return packed(out -> {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            Json.write(head, json -> json.any(lengths));
            int length = head.size();
            out.write(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24)});
            head.writeTo(out);
            out.write(bytes, 0, used);
        });
    }

    /** What goes into a line. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Any bytes as text of one line, compressed. */
    static byte[] packed(Content content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new Gzip(packed)) {
            content.writeTo(gzip);
        } catch (IOException memoryHasNone) {
            throw new UncheckedIOException(memoryHasNone);
        }
        return Base64.getEncoder().encode(packed.toByteArray());
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(LEVEL);
        }
    }
}
