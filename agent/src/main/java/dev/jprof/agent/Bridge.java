package dev.jprof.agent;

import java.util.Collections;
import java.util.Map;

/**
 * What the program itself may ask of the agent, by the artefact jprof-api: it finds this class by name in the system class
 * loader, from whatever loader it is in, and only types of the JDK cross.
 */
public final class Bridge {
    private static final int VERSION = 2;

    private static volatile Session session;

    private Bridge() {}

    static void open(Session started) {
        session = started;
    }

    /** The recording of this JVM, or the last one; null when there was none. */
    static Session session() {
        return session;
    }

    /**
     * The operations by name.
     *
     * @param version of the list of operations that the caller knows
     * @return null when the agent was not started, none when it has another version of the list
     */
    public static Map<String, Object> operations(int version) {
        if (session == null) {
            return null;
        }
        return version == VERSION ? Operations.byName() : Collections.<String, Object>emptyMap();
    }
}
