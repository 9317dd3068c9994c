package dev.jprof.report.truth;

import java.util.List;

/**
 * What a program knows of itself.
 *
 * @param methods all of its methods
 * @param away nanoseconds in which a method wanted to work and had no processor
 */
public record Truth(List<KnownMethod> methods, long away) {
    private static final String AWAY = "away ";

    public Truth {
        methods = List.copyOf(methods);
    }

    /**
     * Finds what a program says of itself in its output: lines of {@code truth NAME CALLS ERRORS SELF DOUBT}, and one of {@code away
     * NANOSECONDS}.
     *
     * @throws IllegalArgumentException if a line of truth is not whole
     */
    public static Truth in(List<String> output) {
        List<KnownMethod> methods = output.stream()
                .filter(line -> line.startsWith(KnownMethod.FIRST_WORD))
                .map(KnownMethod::of)
                .toList();
        long away = output.stream()
                .filter(line -> line.startsWith(AWAY))
                .mapToLong(line -> Long.parseLong(line.substring(AWAY.length())))
                .sum();
        return new Truth(methods, away);
    }

    /** The self time of all methods. */
    long whole() {
        return methods.stream().mapToLong(KnownMethod::self).sum();
    }
}
