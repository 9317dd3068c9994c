package dev.jprof.report.export;

/**
 * What pstats calls a function: it sorts by these three and prints {@code file:line(function)}. Keys of one profile are
 * unique.
 */
public record PstatsKey(String file, int line, String function) {
    PstatsKey stripped() {
        return new PstatsKey(file.substring(file.lastIndexOf('/') + 1), line, function);
    }
}
