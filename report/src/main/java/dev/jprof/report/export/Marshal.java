package dev.jprof.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The few type codes of Python's marshal format that a profile needs; every Python 3 reads them. Integers are little-endian.
 */
final class Marshal {
    private final OutputStream out;

    Marshal(OutputStream out) {
        this.out = out;
    }

    void startDict() throws IOException {
        out.write('{');
    }

    void endDict() throws IOException {
        out.write('0');
    }

    void tuple(int size) throws IOException {
        out.write('(');
        int32(size);
    }

    void integer(long value) throws IOException {
        if (value == (int) value) {
            out.write('i');
            int32((int) value);
            return;
        }
        // Base 32,768 digits, least first, each in two bytes. Counts are never negative.
        int digits = (63 - Long.numberOfLeadingZeros(value)) / 15 + 1;
        out.write('l');
        int32(digits);
        for (int digit = 0; digit < digits; digit++) {
            int bits = (int) (value >>> 15 * digit) & 0x7fff;
            out.write(bits);
            out.write(bits >>> 8);
        }
    }

    void real(double value) throws IOException {
        out.write('g');
        long bits = Double.doubleToLongBits(value);
        int32((int) bits);
        int32((int) (bits >>> 32));
    }

    void text(String text) throws IOException {
        byte[] bytes = utf8(text);
        out.write('u');
        int32(bytes.length);
        out.write(bytes);
    }

    private void int32(int value) throws IOException {
        out.write(value);
        out.write(value >>> 8);
        out.write(value >>> 16);
        out.write(value >>> 24);
    }

    // Not getBytes: class files may name things by lone surrogates, which it makes '?' and Python reads as they are.
    private static byte[] utf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                bytes.write(c);
            } else if (c < 0x800) {
                bytes.write(0xC0 | c >> 6);
                bytes.write(0x80 | c & 0x3F);
            } else if (c < 0x10000) {
                bytes.write(0xE0 | c >> 12);
                bytes.write(0x80 | c >> 6 & 0x3F);
                bytes.write(0x80 | c & 0x3F);
            } else {
                bytes.write(0xF0 | c >> 18);
                bytes.write(0x80 | c >> 12 & 0x3F);
                bytes.write(0x80 | c >> 6 & 0x3F);
                bytes.write(0x80 | c & 0x3F);
            }
        });
        return bytes.toByteArray();
    }
}
