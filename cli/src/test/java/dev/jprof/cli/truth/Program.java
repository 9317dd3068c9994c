package dev.jprof.cli.truth;

import java.util.List;

/**
 * A random program. Its Java package is {@code gen.sSEED}.
 *
 * @param release the class file level that it is written for: 5 (old class files, no lambdas, no
 *     interface methods), 8, 11, 17 or newer
 * @param fuel what the root method starts with
 */
record Program(int seed, int release, List<Shape> shapes, List<Unit> units, Unit root, int fuel) {
    static final int EXCEPTIONS = 3;

    String packageName() {
        return "gen.s" + seed;
    }

    /** The constructor row of the exception of a level. */
    Unit exception(int level) {
        return units.get(level);
    }

    Program withFuel(int other) {
        return new Program(seed, release, shapes, units, root, other);
    }
}
