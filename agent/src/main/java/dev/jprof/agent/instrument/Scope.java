package dev.jprof.agent.instrument;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is woven from one moment on, and the classes that were defined since then, as long as that is of interest. */
final class Scope {
    final ClassFilter filter;

    /** Null when nobody asks. */
    private volatile Set<String> defined;

    Scope(ClassFilter filter, boolean remembering) {
        this.filter = filter;
        this.defined = remembering ? Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>()) : null;
    }

    void defines(ClassLoader loader, String name) {
        Set<String> names = defined;
        if (names != null) {
            names.add(key(loader, name));
        }
    }

    boolean hasDefined(ClassLoader loader, String name) {
        Set<String> names = defined;
        return names != null && names.contains(key(loader, name));
    }

    void forget() {
        defined = null;
    }

    private static String key(ClassLoader loader, String name) {
        return name.replace('.', '/') + '@' + System.identityHashCode(loader);
    }
}
