package dev.jprof.agent.instrument;

import java.nio.charset.StandardCharsets;

/** Reads numbers and texts of a class file. What lies behind its end throws {@link IndexOutOfBoundsException}. */
final class Bytes {
    private Bytes() {}

    static int u2(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    static int s2(byte[] bytes, int at) {
        return bytes[at] << 8 | bytes[at + 1] & 0xff;
    }

    static int s4(byte[] bytes, int at) {
        return u2(bytes, at) << 16 | u2(bytes, at + 2);
    }

    /** A text in modified UTF-8 (JVMS 4.4.7). */
    static String text(byte[] bytes, int start, int length) {
        int end = start + length;
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, start, end);
            }
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int start, int end) {
        char[] chars = new char[end - start];
        int length = 0;
        int at = start;
        while (at < end) {
            int first = bytes[at++];
            if (first >= 0) {
                chars[length++] = (char) first;
            } else if ((first & 0xe0) == 0xc0) {
                chars[length++] = (char) ((first & 0x1f) << 6 | bytes[at++] & 0x3f);
            } else {
                chars[length++] = (char) ((first & 0xf) << 12 | (bytes[at] & 0x3f) << 6 | bytes[at + 1] & 0x3f);
                at += 2;
            }
        }
        return new String(chars, 0, length);
    }

    /** Behind an attribute. */
    static int afterAttribute(byte[] bytes, int at) {
        int length = s4(bytes, at + 2);
        if (length < 0 || length > bytes.length - at - 6) {
            throw new Unfit("attribute");
        }
        return at + 6 + length;
    }

    /** Behind a list of attributes. */
    static int afterAttributes(byte[] bytes, int at) {
        int next = at + 2;
        for (int i = u2(bytes, at); i > 0; i--) {
            next = afterAttribute(bytes, next);
        }
        return next;
    }
}
