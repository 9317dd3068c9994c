package dev.jprof.report.check;

import java.util.List;

/** The first of many names, and how many more there are. */
final class FirstNames {
    private FirstNames() {}

    /** {@code a, b, c and 4 more}. */
    static String of(List<String> names, int most) {
        String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
    }
}
