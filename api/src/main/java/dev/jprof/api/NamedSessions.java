package dev.jprof.api;

import java.util.ArrayList;
import java.util.List;

/** The sessions that were started by name and have not ended, oldest first. */
final class NamedSessions {
    private static final List<Session> OPEN = new ArrayList<>();

    private NamedSessions() {}

    static Session add(Session session) {
        synchronized (OPEN) {
            OPEN.add(session);
        }
        return session;
    }

    static Session newest(String name) {
        synchronized (OPEN) {
            for (int i = OPEN.size() - 1; i >= 0; i--) {
                if (OPEN.get(i).name().equals(name)) {
                    return OPEN.get(i);
                }
            }
            throw new IllegalStateException(
                    "no session '" + name + "' was started, or it has ended; started: " + names());
        }
    }

    static Session remove(String name) {
        synchronized (OPEN) {
            Session newest = newest(name);
            OPEN.remove(newest);
            return newest;
        }
    }

    static void forget(Session session) {
        synchronized (OPEN) {
            OPEN.remove(session);
        }
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Session session : OPEN) {
            names.add(session.name());
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
