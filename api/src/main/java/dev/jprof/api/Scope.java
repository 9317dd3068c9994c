package dev.jprof.api;

/** Whose calls a session records. */
public enum Scope {
    /**
     * Those of the thread that begins the session. Exact, also while other threads run, as long as that thread ends it; read by
     * another one, counts may be slightly old.
     */
    THREAD,

    /** Those of all threads of the JVM. Of threads that run on while the session is read, counts may be slightly old. */
    JVM
}
