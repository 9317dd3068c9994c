package dev.jprof.agent.options;

import java.util.List;

/**
 * Some patterns for class names, of which one must fit the whole name: {@code *} and {@code **} are any run of characters,
 * dots included, {@code ?} is one character, anything else is itself. Immutable; matching allocates nothing.
 */
public final class NamePattern {
    private final String[] globs;

    private NamePattern(String[] globs) {
        this.globs = globs;
    }

    /** Takes patterns that are written with dots; no pattern at all matches no name. */
    public static NamePattern of(List<String> globs) {
        return new NamePattern(globs.toArray(new String[0]));
    }

    /** Tells whether a pattern fits the class name, which may be written with dots or, as inside class files, with slashes. */
    public boolean matches(String className) {
        for (String glob : globs) {
            if (matches(glob, className)) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the last star only, never to earlier ones: a later star can do whatever an earlier one could. */
    private static boolean matches(String glob, String name) {
        int g = 0;
        int n = 0;
        int star = -1;
        int starEnd = 0;
        while (n < name.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                starEnd = n;
            } else if (g < glob.length() && fits(glob.charAt(g), name.charAt(n))) {
                g++;
                n++;
            } else if (star >= 0) {
                g = star + 1;
                n = ++starEnd;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    private static boolean fits(char glob, char name) {
        return glob == name || glob == '?' || glob == '.' && name == '/';
    }
}
