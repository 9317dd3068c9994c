package dev.jprof.cli.attach;

import java.io.IOException;

/** A JVM that can't be reached. The message is one line: why, and what to do about it. */
public final class Unreachable extends IOException {
    private static final long serialVersionUID = 1;

    Unreachable(String message) {
        super(message);
    }
}
