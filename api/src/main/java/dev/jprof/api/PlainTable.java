package dev.jprof.api;

import java.util.Locale;

/** The table of methods where there are no views: counts, and times in milliseconds. */
final class PlainTable {
    private PlainTable() {}

    static String of(Profile profile) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "session '%s': %,d calls in %,.3f ms%n%n",
                profile.name(),
                profile.calls(),
                profile.wallNanos() / 1e6));
        text.append(String.format(
                Locale.ROOT, "%14s %11s %11s  %s%n", "ncalls", "tottime ms", "cumtime ms", "class.method"));
        for (MethodStats stats : profile.methods()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%14s %,11.3f %,11.3f  %s%n",
                    calls(stats),
                    stats.selfNanos() / 1e6,
                    stats.totalNanos() / 1e6,
                    stats.method()));
        }
        return text.toString();
    }

    private static String calls(MethodStats stats) {
        String all = String.format(Locale.ROOT, "%,d", stats.calls());
        return stats.calls() == stats.primitiveCalls()
                ? all
                : all + String.format(Locale.ROOT, "/%,d", stats.primitiveCalls());
    }
}
