package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that name sort keys, with their prefixes. As in pstats, the words are entered in this order and each gives up all of
 * its shorter prefixes at the first one that is taken, which is then ambiguous: {@code cu} is accepted and {@code cum} is not.
 */
final class SortWords {
    private static final Map<String, SortKey> WORDS = words();

    /** Words that pstats does not have are taken whole: their prefixes would make some of pstats' ambiguous. */
    private static final Map<String, SortKey> OWN = own();

    private static final Map<String, SortKey> PREFIXES = prefixes();

    private SortWords() {}

    static SortKey key(String word) {
        SortKey key = PREFIXES.get(word);
        if (key == null) {
            List<String> valid = Nearest.sorted(word, all());
            String what = startsSome(word) ? "ambiguous sort key '" : "unknown sort key '";
            throw new UsageException(
                    what + Printable.of(word) + "'; the keys, nearest first, are " + String.join(", ", valid));
        }
        return key;
    }

    static List<String> all() {
        List<String> all = ofPstats();
        all.addAll(OWN.keySet());
        return all;
    }

    static List<String> ofPstats() {
        return new ArrayList<>(WORDS.keySet());
    }

    private static boolean startsSome(String word) {
        return !word.isEmpty() && all().stream().anyMatch(valid -> valid.startsWith(word));
    }

    private static Map<String, SortKey> words() {
        Map<String, SortKey> words = new LinkedHashMap<>();
        words.put("calls", SortKey.CALLS);
        words.put("ncalls", SortKey.CALLS);
        words.put("cumtime", SortKey.TOTAL);
        words.put("cumulative", SortKey.TOTAL);
        words.put("filename", SortKey.FILE);
        words.put("line", SortKey.LINE);
        words.put("module", SortKey.FILE);
        words.put("name", SortKey.NAME);
        words.put("nfl", SortKey.NAME_FILE_LINE);
        words.put("pcalls", SortKey.PRIMITIVE_CALLS);
        words.put("stdname", SortKey.PRINTED);
        words.put("time", SortKey.SELF);
        words.put("tottime", SortKey.SELF);
        return words;
    }

    private static Map<String, SortKey> own() {
        Map<String, SortKey> words = new LinkedHashMap<>();
        words.put("samples", SortKey.CALLS);
        words.put("p50", SortKey.P50);
        words.put("p99", SortKey.P99);
        words.put("max", SortKey.MAX);
        words.put("alloc", SortKey.ALLOC);
        words.put("cumalloc", SortKey.TOTAL_ALLOC);
        return words;
    }

    private static Map<String, SortKey> prefixes() {
        Map<String, SortKey> prefixes = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Map.Entry<String, SortKey> word : WORDS.entrySet()) {
            String prefix = word.getKey();
            while (!prefix.isEmpty() && !prefixes.containsKey(prefix)) {
                prefixes.put(prefix, word.getValue());
                prefix = prefix.substring(0, prefix.length() - 1);
            }
            ambiguous.add(prefix);
        }
        prefixes.keySet().removeAll(ambiguous);
        prefixes.putAll(OWN);
        return prefixes;
    }
}
