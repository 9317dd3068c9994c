package dev.jprof.cli;

import java.nio.file.Path;

/**
 * What the two profiles of a comparison are called: by their file names, or, where these are the same, with as many of their folders
 * as it takes to tell them apart.
 */
record Titles(String current, String base) {
    static Titles of(Path current, Path base) {
        Path one = current.toAbsolutePath().normalize();
        Path other = base.toAbsolutePath().normalize();
        int names = 1;
        while (last(one, names).equals(last(other, names))
                && names < Math.max(one.getNameCount(), other.getNameCount())) {
            names++;
        }
        return new Titles(last(one, names), last(other, names));
    }

    private static String last(Path path, int names) {
        int count = path.getNameCount();
        return path.subpath(Math.max(0, count - names), count).toString().replace('\\', '/');
    }
}
