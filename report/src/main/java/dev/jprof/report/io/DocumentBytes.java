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
    /** More bytes than an integer with its comma and some white space behind it has. */
    private static final int LONGEST = 64;

    private static final int MOST_DIGITS = 18;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    /** Bytes that the parser was given. */
    private long given;

    private boolean endsWithBracket;
    private int lines;
    private int column;

    DocumentBytes(InputStream in) {
        this.in = in;
    }

    /** Takes one integer of an array. */
    interface Taker {
        /** False where the integer is out of place; nothing is changed then. */
        boolean take(long value) throws ProfileFormatException;
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
        while (takeOne(taker)) {
            taken++;
        }
        return taken;
    }

    private boolean takeOne(Taker taker) throws IOException {
        while (end - at < LONGEST && fill()) {}
        int first = at < end && buffer[at] == '-' ? at + 1 : at;
        int i = first;
        long value = 0;
        while (i < end && isDigit(buffer[i]) && i - first <= MOST_DIGITS) {
            value = 10 * value + buffer[i++] - '0';
        }
        int digits = i - first;
        boolean plain = digits > 0
                && digits <= MOST_DIGITS
                && (buffer[first] != '0' || digits == 1 && first == at)
                && i < end
                && buffer[i] == ',';
        int next = plain ? beginOfNumber(i + 1) : -1;
        if (next < 0 || !taker.take(first == at ? value : -value)) {
            return false;
        }
        pass(next);
        return true;
    }

    /** Where behind a comma the next number begins; -1 where something else is there. */
    private int beginOfNumber(int from) {
        int i = from;
        while (i < end && isSpace(buffer[i])) {
            i++;
        }
        return i < end && (isDigit(buffer[i]) || buffer[i] == '-') ? i : -1;
    }

    private void pass(int next) {
        if (!isSpace(buffer[next - 1])) {
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
        int got = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, got);
        return got > 0;
    }
}
