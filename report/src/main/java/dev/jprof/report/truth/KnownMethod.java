package dev.jprof.report.truth;

import java.util.List;

/**
 * What a program knows of one of its methods.
 *
 * @param name class and method as {@link dev.jprof.report.model.Method#qualifiedName} joins them
 * @param errors calls that ended by an exception
 * @param self nanoseconds in the method without its callees
 */
public record KnownMethod(String name, long calls, long errors, long self) {
    private static final String FIRST_WORD = "truth ";

    /**
     * Finds what a program says of itself in its output: lines of {@code truth NAME CALLS ERRORS SELF}.
     *
     * @throws IllegalArgumentException if such a line is not whole
     */
    public static List<KnownMethod> in(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(FIRST_WORD))
                .map(KnownMethod::of)
                .toList();
    }

    private static KnownMethod of(String line) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != 5) {
            throw new IllegalArgumentException("not a line of truth: " + line);
        }
        return new KnownMethod(
                words.get(1), Long.parseLong(words.get(2)), Long.parseLong(words.get(3)), Long.parseLong(words.get(4)));
    }
}
