package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private final Set<String> known = new HashSet<String>();
    private final List<Skip> skips = new ArrayList<Skip>();

    /** Returns false for what was said already: a class can be transformed again. */
    synchronized boolean add(String className, String method, String descriptor, String reason) {
        Skip skip = new Skip(className, method, descriptor, reason);
        boolean added = skips.size() < MOST && known.add(skip.className + ' ' + method + descriptor + ' ' + reason);
        if (added) {
            skips.add(skip);
        }
        return added;
    }

    /** Whether a whole class was left alone already, whatever the reason. */
    synchronized boolean hasClass(String className) {
        for (Skip skip : skips) {
            if (skip.method == null && skip.className.equals(className)) {
                return true;
            }
        }
        return false;
    }

    public synchronized List<Skip> list() {
        return new ArrayList<Skip>(skips);
    }
}
