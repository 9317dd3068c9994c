package dev.jprof.report.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the valid words a mistyped one was meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The valid words, nearest first; equally near ones keep their order. */
    public static List<String> sorted(String word, List<String> valid) {
        return valid.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .toList();
    }

    /** The valid words, nearest to a pattern first, in which a star at either end stands for anything. */
    public static List<String> toPattern(String pattern, List<String> valid) {
        String word = pattern.replace("*", "");
        return valid.stream()
                .sorted(Comparator.comparingInt(
                        candidate -> distance(word, candidate, pattern.startsWith("*"), pattern.endsWith("*"))))
                .toList();
    }

    /** The nearest valid word. */
    public static String of(String word, List<String> valid) {
        return sorted(word, valid).get(0);
    }

    /** Edit distance; a word that the other begins with is nearer than any that must be edited. */
    private static int distance(String word, String candidate) {
        if (!word.isEmpty() && candidate.startsWith(word)) {
            return 0;
        }
        return distance(word, candidate, false, false);
    }

    private static int distance(String word, String candidate, boolean anyStart, boolean anyEnd) {
        int[] row = anyStart
                ? new int[candidate.length() + 1]
                : IntStream.rangeClosed(0, candidate.length()).toArray();
        for (int i = 1; i <= word.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= candidate.length(); j++) {
                int changed = diagonal + (word.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return anyEnd ? IntStream.of(row).min().orElseThrow() : row[candidate.length()];
    }
}
