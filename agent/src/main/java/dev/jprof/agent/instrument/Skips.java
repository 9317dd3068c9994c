package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.List;

/** What was left alone, and why. Thread-safe; keeps the first thousand. */
public final class Skips {
    private static final int MOST = 1000;

    /** A class, or one method of it. */
    public static final class Skip {
        /** Binary name with dots. */
        public final String className;

        /** Null when the whole class was left alone. */
        public final String method;

        /** Null when the whole class was left alone. */
        public final String descriptor;

        public final String reason;

        Skip(String className, String method, String descriptor, String reason) {
            this.className = className.replace('/', '.');
            this.method = method;
            this.descriptor = descriptor;
            this.reason = reason;
        }
    }

    private final List<Skip> skips = new ArrayList<Skip>();

    synchronized void add(String className, String method, String descriptor, String reason) {
        if (skips.size() < MOST) {
            skips.add(new Skip(className, method, descriptor, reason));
        }
    }

    public synchronized List<Skip> list() {
        return new ArrayList<Skip>(skips);
    }
}
