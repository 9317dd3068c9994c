package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An order of rows: keys, the most significant first. Rows that are equal in all keys keep their order, and reversing turns
 * these round too, as in pstats.
 *
 * @param keys empty for the order in which the rows come
 */
public record SortOrder(List<SortKey> keys, boolean reversed) {
    /** The words of {@code --sort}, each of them one key or several with commas between. */
    public static SortOrder parse(List<String> words, boolean reversed) {
        List<SortKey> keys = new ArrayList<>();
        for (String word : words) {
            for (String key : word.split(",", -1)) {
                keys.add(SortWords.key(key.strip()));
            }
        }
        return new SortOrder(keys, reversed);
    }

    /** The words of pstats that {@link #parse} takes, prefixes apart. */
    public static List<String> wordsOfPstats() {
        return SortWords.ofPstats();
    }

    /** All words that {@link #parse} takes, prefixes apart. */
    public static List<String> words() {
        return SortWords.all();
    }

    /** A sorted copy. */
    public <T extends Listed> List<T> sorted(List<T> rows) {
        List<T> sorted = new ArrayList<>(rows);
        if (!keys.isEmpty()) {
            sorted.sort(this::compare);
            if (reversed) {
                Collections.reverse(sorted);
            }
        }
        return sorted;
    }

    /** As announced above a list: {@code cumulative time, function name}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (SortKey key : keys) {
            label.append(label.isEmpty() ? "" : ", ").append(key.label());
        }
        return label.toString();
    }

    private int compare(Listed left, Listed right) {
        for (SortKey key : keys) {
            int order = key.compare(left, right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
