package dev.jprof.agent;

/** A recording as its timetable and the end of the program see it. Its methods may be called from any of the agent's threads. */
interface Timed {
    /** Begins the recording that {@code delay=} put off. */
    void begin();

    /** Writes what there is so far. */
    void snapshot();

    /** Writes the profile for good; what comes later is not recorded. */
    void finish(String reason);
}
