package dev.jprof.agent.output;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers at places from 0 on, most of which are small, and perhaps all 0: it takes memory from the first on that is not 0, four bytes for
 * each. Memory that was never touched is dearer than what is done with it, so a column had better know how long it will be.
 */
final class LongColumn {
    /** Stands for a number that has no room in four bytes. */
    private static final int LARGE = Integer.MIN_VALUE;

    private final int expected;
    private int[] small = {};
    private final Map<Integer, Long> large = new HashMap<Integer, Long>();

    /** @param expected how many numbers there will probably be */
    LongColumn(int expected) {
        this.expected = expected;
    }

    long of(int place) {
        int number = place < small.length ? small[place] : 0;
        return number == LARGE ? large.get(Integer.valueOf(place)).longValue() : number;
    }

    void add(int place, long more) {
        if (more != 0) {
            put(place, of(place) + more);
        }
    }

    void put(int place, long number) {
        if (place >= small.length) {
            if (number == 0) {
                return;
            }
            small = Arrays.copyOf(small, Math.max(expected, Math.max(place + 1, small.length * 2)));
        }
        if (number > LARGE && number <= Integer.MAX_VALUE) {
            small[place] = (int) number;
        } else {
            small[place] = LARGE;
            large.put(Integer.valueOf(place), Long.valueOf(number));
        }
    }

    /** Makes all numbers from a place on 0. */
    void cut(int from) {
        if (from < small.length) {
            Arrays.fill(small, from, small.length, 0);
        }
    }

    /** The first {@code size} numbers. */
    long[] toArray(int size) {
        long[] all = new long[size];
        for (int place = 0; place < size; place++) {
            all[place] = of(place);
        }
        return all;
    }

    /** The first {@code size} numbers as an array of JSON, and a line's end. */
    void write(JsonWriter json, String name, int size) throws IOException {
        json.key(name).beginArray();
        for (int place = 0; place < size; place++) {
            json.number(of(place));
        }
        json.endArray().newLine();
    }
}
