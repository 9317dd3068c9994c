package dev.jprof.report.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * A document on its way to the JSON parser, with a short cut for columns. Nearly all of a profile is arrays of integers, for
 * which a parser of all JSON does several times the work. So the parser is given no more than up to an opening bracket at a time,
 * and once it has found that bracket, the integers behind it can be taken from here. Whatever is not plainly an integer and a
 * comma, the last integer of an array, and one that the taker refuses are left to the parser, which knows what is wrong with them.
 */
final class DocumentBytes extends InputStream {
    /** More bytes than an integer with its comma has, and no less than are looked at before a buffer is filled again. */
    private static final int LONGEST = 64;

    private static final int MOST_DIGITS = 18;

    private static final int SIZE = 1 << 16;

    /** As many integers as stand in some kilobytes, which stay in the processor's cache. */
    private static final int AT_ONCE = 1 << 11;

    private final InputStream in;

    /** Behind what was read there is a 0, where every number ends. */
    private final byte[] buffer = new byte[SIZE + 1];

    private int at;
    private int end;

    /** Integers that were read and not yet taken, and where the one behind them begins. */
    private final long[] values = new long[AT_ONCE];

    private int behind;
    private boolean spaced;

    /** Bytes that the parser was given. */
    private long given;

    private boolean endsWithBracket;
    private int lines;
    private int column;

    DocumentBytes(InputStream in) {
        this.in = in;
    }

    /** Takes integers of an array. */
    interface Taker {
        /**
         * Takes the first {@code count} of the values, in their order, up to one that is out of place.
         *
         * @return how many were taken; for the others nothing is changed
         */
        int take(long[] values, int count) throws ProfileFormatException;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int until = afterBracket(Math.min(end, at + length));
        int count = until - at;
        System.arraycopy(buffer, at, target, offset, count);
        at = until;
        given += count;
        endsWithBracket = buffer[until - 1] == '[';
        return count;
    }

    private int afterBracket(int limit) {
        int i = at;
        while (i < limit && buffer[i++] != '[') {}
        return i;
    }

    /**
     * Gives {@code taker} as many integers as can be told from here.
     *
     * @param read how many bytes the parser has read: only where those are all that it was given, nothing of the array is elsewhere
     * @return how many integers were taken
     */
    int take(Taker taker, long read) throws IOException {
        lines = 0;
        column = 0;
        if (read != given || !endsWithBracket) {
            return 0;
        }
        int taken = 0;
        while (true) {
            int count = readSome();
            int accepted = taker.take(values, count);
            pass(accepted == count ? behind : beginOf(accepted));
            taken += accepted;
            if (accepted < count || count == 0) {
                return taken;
            }
        }
    }

    /** Reads integers, each with the comma behind it and up to the next integer, without taking them: in one loop over locals. */
    private int readSome() throws IOException {
        while (end - at < LONGEST && fill()) {}
        byte[] bytes = buffer;
        long[] read = values;
        int from = at;
        int count = 0;
        spaced = false;
        while (from < end && count < AT_ONCE) {
            int first = bytes[from] == '-' ? from + 1 : from;
            int i = first;
            long value = 0;
            for (int digit = bytes[i] - '0';
                    digit >= 0 && digit <= 9 && i - first <= MOST_DIGITS;
                    digit = bytes[i] - '0') {
                value = 10 * value + digit;
                i++;
            }
            int digits = i - first;
            boolean plain = digits > 0
                    && digits <= MOST_DIGITS
                    && (bytes[first] != '0' || digits == 1 && first == from)
                    && bytes[i] == ',';
            if (!plain) {
                break;
            }
            int next = i + 1;
            if (!isDigit(bytes[next])) {
                next = beginOfNumber(next);
                spaced |= next != i + 1;
                if (next < 0) {
                    break;
                }
            }
            read[count++] = first == from ? value : -value;
            from = next;
        }
        behind = from;
        return count;
    }

    /** Where behind a comma the next number begins; -1 where something else is there. */
    private int beginOfNumber(int from) {
        int i = from;
        while (i < end && isSpace(buffer[i])) {
            i++;
        }
        return i < end && (isDigit(buffer[i]) || buffer[i] == '-') ? i : -1;
    }

    /** Where an integer begins that was read; they are numbered from {@link #at} on. */
    private int beginOf(int number) {
        int i = at;
        for (int commas = 0; commas < number; i++) {
            commas += buffer[i] == ',' ? 1 : 0;
        }
        while (isSpace(buffer[i])) {
            i++;
        }
        return i;
    }

    private void pass(int next) {
        if (!spaced) {
            column += next - at;
            at = next;
        }
        for (; at < next; at++) {
            boolean newLine = buffer[at] == '\n';
            lines += newLine ? 1 : 0;
            column = newLine ? 0 : column + 1;
        }
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /** Ends of lines among what was taken last, which the parser has not seen. */
    int lines() {
        return lines;
    }

    /** Bytes taken last, of their last line only. */
    int column() {
        return column;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        int got = in.read(buffer, end, SIZE - end);
        end += Math.max(0, got);
        buffer[end] = 0;
        return got > 0;
    }
}
