package dev.jprof.agent.output;

import java.io.IOException;
import java.io.OutputStream;

/** Streaming JSON in ASCII, whatever the locale. Not checked: the caller keeps the grammar. Confined to one thread. */
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;
    private boolean needsComma;
    private boolean lineBreak;

    JsonWriter(OutputStream out) {
        this.out = out;
    }

    JsonWriter beginObject() throws IOException {
        return open('{');
    }

    JsonWriter endObject() throws IOException {
        return close('}');
    }

    JsonWriter beginArray() throws IOException {
        return open('[');
    }

    JsonWriter endArray() throws IOException {
        return close(']');
    }

    JsonWriter key(String key) throws IOException {
        comma();
        quoted(key);
        put(':');
        needsComma = false;
        return this;
    }

    JsonWriter text(String value) throws IOException {
        comma();
        quoted(value);
        needsComma = true;
        return this;
    }

    JsonWriter bool(boolean value) throws IOException {
        return literal(value ? "true" : "false");
    }

    JsonWriter number(long value) throws IOException {
        if (value < 0) {
            return literal(Long.toString(value));
        }
        comma();
        if (length + 20 > buffer.length) {
            drain();
        }
        int end = length + digits(value);
        length = end;
        long rest = value;
        do {
            buffer[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        needsComma = true;
        return this;
    }

    /** A number with two decimals. */
    JsonWriter decimal(double value) throws IOException {
        long hundredths = Math.round(value * 100);
        String fraction = Long.toString(100 + hundredths % 100).substring(1);
        return literal(hundredths / 100 + "." + fraction);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Begins a line before whatever comes next. */
    JsonWriter newLine() {
        lineBreak = true;
        return this;
    }

    void flush() throws IOException {
        breakLine();
        drain();
    }

    private void drain() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private JsonWriter open(char bracket) throws IOException {
        comma();
        put(bracket);
        needsComma = false;
        return this;
    }

    private JsonWriter close(char bracket) throws IOException {
        breakLine();
        put(bracket);
        needsComma = true;
        return this;
    }

    private JsonWriter literal(String ascii) throws IOException {
        comma();
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
        needsComma = true;
        return this;
    }

    private void comma() throws IOException {
        if (needsComma) {
            put(',');
        }
        breakLine();
    }

    private void breakLine() throws IOException {
        if (lineBreak) {
            lineBreak = false;
            put('\n');
        }
    }

    /** Escapes all but plain ASCII, lone surrogates and what could end a script element among it. */
    private void quoted(String text) throws IOException {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c >= ' ' && c < 0x7f && c != '<') {
                put(c);
            } else {
                put('\\');
                put('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    put(HEX[c >> shift & 0xf]);
                }
            }
        }
        put('"');
    }

    private void put(char ascii) throws IOException {
        if (length == buffer.length) {
            drain();
        }
        buffer[length++] = (byte) ascii;
    }
}
