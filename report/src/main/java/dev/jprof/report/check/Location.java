package dev.jprof.report.check;

import dev.jprof.report.model.Method;

/**
 * Where a subject stands in the sources; nowhere for a sum.
 *
 * @param className binary name with dots
 * @param file name without folder, empty if unknown
 * @param line first line with code, 0 if unknown
 */
public record Location(String className, String file, int line) {
    static final Location NOWHERE = new Location("", "", 0);

    public boolean isKnown() {
        return !className.isEmpty();
    }

    static Location of(Method method) {
        return method.kind() == Method.Kind.JAVA
                ? new Location(method.className(), method.file(), method.line())
                : NOWHERE;
    }
}
