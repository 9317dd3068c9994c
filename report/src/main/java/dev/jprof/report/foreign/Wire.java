package dev.jprof.report.foreign;

import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * The fields of one message of Protocol Buffers, in the order in which they stand: see "Encoding" in their documentation. What is
 * cut off or can't be is a {@link Damaged}. Bytes are not copied.
 */
final class Wire {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 70;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;

    /** Not what the format allows. */
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }
    }

    Wire(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Wire(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Goes to the next field; one whose value was not read is passed over by {@link #skip}. False at the end. */
    boolean next() {
        if (at == end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (field <= 0) {
            throw new Damaged("a field has no number");
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() {
        if (type != VARINT) {
            throw new Damaged("field " + field + " is no number");
        }
        return varint();
    }

    /** A message, or packed numbers. */
    Wire message() {
        int length = length();
        Wire message = new Wire(bytes, at, at + length);
        at += length;
        return message;
    }

    String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Numbers of a repeated field, packed or one by one. */
    void numbers(LongConsumer each) {
        if (type != BYTES) {
            each.accept(number());
            return;
        }
        Wire packed = message();
        while (packed.at < packed.end) {
            each.accept(packed.varint());
        }
    }

    void skip() {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> move(Long.BYTES);
            case BYTES -> move(length());
            case FIXED32 -> move(Integer.BYTES);
            default -> throw new Damaged("a field of type " + type);
        }
    }

    private int length() {
        if (type != BYTES) {
            throw new Damaged("field " + field + " is no message");
        }
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new Damaged("a field is longer than what holds it");
        }
        return (int) length;
    }

    private void move(int count) {
        if (count > end - at) {
            throw new Damaged("it ends within a field");
        }
        at += count;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < LONGEST_VARINT; shift += 7) {
            if (at == end) {
                throw new Damaged("it ends within a number");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new Damaged("a number is longer than 64 bits");
    }
}
