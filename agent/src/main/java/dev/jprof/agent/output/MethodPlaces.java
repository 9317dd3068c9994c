package dev.jprof.agent.output;

import dev.jprof.agent.rt.Node;
import java.util.Arrays;

/** At which place of the profile's table each method stands, in the order in which they are met. */
final class MethodPlaces {
    /** By id, counted from 1, overflow before the first method; 0 for those that were not met. */
    private int[] methods = new int[256];

    private int[] spans = new int[16];
    private int count;

    /** Gives a method the next place; false if it has one. */
    boolean add(int id) {
        if (of(id) >= 0) {
            return false;
        }
        count++;
        if (id >= Node.FIRST_SPAN) {
            spans = with(spans, id - Node.FIRST_SPAN);
        } else {
            methods = with(methods, index(id));
        }
        return true;
    }

    private int[] with(int[] places, int index) {
        int[] longer = index < places.length ? places : Arrays.copyOf(places, Math.max(index + 1, 2 * places.length));
        longer[index] = count;
        return longer;
    }

    /** The place of a method, counted from 0; -1 of a root and of what was not met. */
    int of(int id) {
        return id == NodeTable.ROOT
                ? -1
                : id >= Node.FIRST_SPAN ? at(spans, id - Node.FIRST_SPAN) : at(methods, index(id));
    }

    private static int index(int id) {
        return id == NodeTable.OVERFLOW ? 0 : id + 1;
    }

    private static int at(int[] places, int index) {
        return index < places.length ? places[index] - 1 : -1;
    }
}
