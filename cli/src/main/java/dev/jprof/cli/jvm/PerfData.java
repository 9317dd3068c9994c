package dev.jprof.cli.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts in a HotSpot JVM's file of performance data, {@code hsperfdata_USER/PID}, which it keeps in the folder for temporary
 * files unless it runs with {@code -XX:-UsePerfData}. The format is HotSpot's {@code perfMemory.hpp}, version 2, the same since
 * JDK 5. The JVM writes while this reads: what makes no sense is left out.
 */
record PerfData(Map<String, String> texts) {
    static final PerfData NONE = new PerfData(Map.of());

    private static final int MAGIC = 0xcafec0c0;
    private static final int PROLOGUE_BYTES = 32;
    private static final int ENTRY_BYTES = 20;
    /** A JVM makes some hundred entries in 32 KB; what is a hundred times larger is something else. */
    private static final int MOST_BYTES = 4 << 20;

    /** Reads a file; one that is missing, unreadable or no such file gives no texts. */
    static PerfData read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? of(ByteBuffer.wrap(Files.readAllBytes(file)))
                    : NONE;
        } catch (IOException gone) {
            return NONE;
        }
    }

    static PerfData of(ByteBuffer bytes) {
        if (bytes.limit() < PROLOGUE_BYTES || bytes.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
            return NONE;
        }
        bytes.order(bytes.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        Map<String, String> texts = new HashMap<>();
        long entry = bytes.getInt(24);
        for (int left = bytes.getInt(28); left > 0 && entry >= 0 && entry + ENTRY_BYTES <= bytes.limit(); left--) {
            int start = (int) entry;
            int length = bytes.getInt(start);
            if (length <= 0) {
                break;
            }
            if (bytes.get(start + 12) == 'B' && bytes.getInt(start + 8) > 0) {
                texts.put(
                        text(bytes, entry + bytes.getInt(start + 4), length),
                        text(bytes, entry + bytes.getInt(start + 16), bytes.getInt(start + 8)));
            }
            entry += length;
        }
        return new PerfData(texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns a text, empty when there is none of that name. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Up to the first zero, at most {@code most} bytes. */
    private static String text(ByteBuffer bytes, long start, int most) {
        long last = Math.min(start + most, bytes.limit());
        if (start < 0 || start >= last) {
            return "";
        }
        int end = (int) start;
        while (end < last && bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - (int) start];
        bytes.get((int) start, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
