package dev.jprof.report.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** A place in a document that is being read: typed values, each checked, and errors that say where. */
final class Cursor {
    private static final int MAX_KEYS = 100;
    private static final int BYTES_PER_NAME = 64;

    private final Path file;
    private final JsonParser parser;
    private final Place place;
    private final MemoryBudget memory;

    /** @param bytes what {@code parser} reads */
    Cursor(Path file, JsonParser parser, DocumentBytes bytes, MemoryBudget memory) {
        this.file = file;
        this.parser = parser;
        this.place = new Place(parser, bytes);
        this.memory = memory;
    }

    /** Reads one member of an object; the cursor stands on its value. */
    interface Member {
        void read(String key) throws ProfileFormatException;
    }

    /** Reads one element of an array; the cursor stands on it. */
    interface Element {
        void read() throws ProfileFormatException;
    }

    /** The current token; {@code NOT_AVAILABLE} past the end of the document. */
    JsonToken token() {
        JsonToken token = parser.currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }

    JsonToken next() {
        parser.nextToken();
        return token();
    }

    String name() {
        return parser.currentName();
    }

    /** Reads the object that the cursor stands on, to its end; a key that stands twice is an error. */
    void object(Member member) throws ProfileFormatException {
        expect(JsonToken.START_OBJECT, "an object");
        parser.nextToken();
        restOfObject(new ArrayList<>(), member);
    }

    /** Reads members from the name that the cursor stands on. */
    void restOfObject(List<String> seen, Member member) throws ProfileFormatException {
        for (; token() == JsonToken.PROPERTY_NAME; parser.nextToken()) {
            String key = parser.currentName();
            if (seen.contains(key)) {
                throw wrong("the key stands twice");
            }
            if (seen.size() == MAX_KEYS) {
                throw wrong("an object with more than " + MAX_KEYS + " keys");
            }
            seen.add(key);
            parser.nextToken();
            member.read(key);
        }
    }

    /** Reads the array that the cursor stands on, to its end. */
    void array(Element element) throws ProfileFormatException {
        expect(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /** Reads the array of integers that the cursor stands on, to its end. */
    void integers(DocumentBytes.Taker taker, LongFunction<String> problem) throws ProfileFormatException {
        expect(JsonToken.START_ARRAY, "an array");
        takeAhead(taker);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long[] value = {integer(Long.MIN_VALUE, Long.MAX_VALUE)};
            if (taker.take(value, 1) == 0) {
                throw wrong(problem.apply(value[0]));
            }
        }
        place.endOfArray();
    }

    private void takeAhead(DocumentBytes.Taker taker) throws ProfileFormatException {
        try {
            place.take(taker);
        } catch (ProfileFormatException e) {
            throw e;
        } catch (IOException e) {
            throw JacksonIOException.construct(e, parser);
        }
    }

    /** Passes over the value that the cursor stands on. */
    void skip() throws ProfileFormatException {
        keep(BYTES_PER_NAME);
        if (token() == JsonToken.START_ARRAY) {
            takeAhead((values, count) -> count);
        }
        int depth = 0;
        do {
            JsonToken token = token();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.PROPERTY_NAME) {
                // Jackson remembers every name that it has seen.
                keep(BYTES_PER_NAME);
            }
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
        place.endOfArray();
    }

    String text() throws ProfileFormatException {
        expect(JsonToken.VALUE_STRING, "text");
        String text = parser.getString();
        keep(48 + 2L * text.length());
        return text;
    }

    boolean truth() throws ProfileFormatException {
        if (token() != JsonToken.VALUE_TRUE) {
            expect(JsonToken.VALUE_FALSE, "true or false");
        }
        return parser.getBooleanValue();
    }

    /** An integer from {@code least} to {@code most}. */
    long integer(long least, long most) throws ProfileFormatException {
        expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw wrong("the number does not fit into 64 bits");
        }
        long value = parser.getLongValue();
        if (value < least || value > most) {
            throw wrong(outOfRange(value, least, most));
        }
        return value;
    }

    /**
     * An array of integers from {@code least} on. What is derived later sums subsets of a column, so no sum overflows if that
     * of the whole column does not.
     */
    LongColumn column(long least) throws ProfileFormatException {
        return column(least, 0);
    }

    /** @param expected how many numbers there will probably be, 0 when unknown */
    LongColumn column(long least, int expected) throws ProfileFormatException {
        // Room that is made beforehand is paid for beforehand: a short column may stand in a file with many nodes.
        keep((long) Long.BYTES * expected);
        LongColumn column = new LongColumn(expected);
        integers(
                (values, count) -> {
                    keepMore(Long.BYTES, column.size(), count, expected);
                    return column.add(values, count, least);
                },
                value -> value < least
                        ? outOfRange(value, least, Long.MAX_VALUE)
                        : "the sum of the column does not fit into 64 bits");
        return column;
    }

    /** An array of integers from {@code least} to {@code most}. */
    IntColumn ints(int least, int most) throws ProfileFormatException {
        IntColumn column = new IntColumn(0);
        integers(
                (values, count) -> {
                    keepMore(Integer.BYTES, column.size(), count, 0);
                    int taken = 0;
                    while (taken < count && values[taken] >= least && values[taken] <= most) {
                        column.add((int) values[taken++]);
                    }
                    return taken;
                },
                value -> outOfRange(value, least, most));
        return column;
    }

    static String outOfRange(long value, long least, long most) {
        return value + " is out of range " + least + " to " + most;
    }

    /** Any JSON number; one too large for a double is an error. */
    Number number() throws ProfileFormatException {
        boolean isLong =
                token() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (isLong) {
            return parser.getLongValue();
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw wrong("the number is too large");
        }
        return value;
    }

    /** Counts memory that the document makes its reader keep. */
    void keep(long bytes) throws ProfileFormatException {
        if (!memory.take(bytes)) {
            throw new ProfileFormatException(
                    file, "needs more memory than Java has here; give it more: JAVA_TOOL_OPTIONS=-Xmx4g jprof ...");
        }
    }

    /** Counts the memory of elements that are added to a column, except for those expected, which was counted before. */
    void keepMore(int bytes, int size, int added, int expected) throws ProfileFormatException {
        keep(bytes * Math.max(0, Math.min(added, (long) size + added - expected)));
    }

    /** An error at the cursor. */
    ProfileFormatException wrong(String problem) {
        return wrongAt(place.ofToken(), problem);
    }

    /** An error in what follows the cursor. */
    ProfileFormatException wrongAfter(String problem) {
        return wrongAt(place.behindToken(), problem);
    }

    /** An error at a place that was passed. */
    ProfileFormatException wrongAt(String place, String problem) {
        return new ProfileFormatException(file, "damaged profile at " + place + ": " + problem + "; record it again");
    }

    private void expect(JsonToken expected, String what) throws ProfileFormatException {
        if (token() != expected) {
            throw wrong(what + " is missing here");
        }
    }
}
