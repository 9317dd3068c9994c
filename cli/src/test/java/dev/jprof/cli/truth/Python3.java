package dev.jprof.cli.truth;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;

/** The python3 of the machine, which tests compare with. */
final class Python3 {
    private Python3() {}

    /** Skips the tests where there is none, unless everything is required. */
    static void require() throws InterruptedException {
        require("True");
    }

    /**
     * The same for one that a condition holds of.
     *
     * @param condition in Python, where {@code sys} is imported
     */
    static void require(String condition) throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "-c", "import sys; sys.exit(not (" + condition + "))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            there = false;
        }
        assumeThat(there || "true".equals(System.getenv("JPROF_REQUIRE_ALL")))
                .as("python3 starts, and " + condition)
                .isTrue();
    }
}
