package dev.jprof.agent;

import dev.jprof.agent.options.OptionException;
import java.io.File;
import java.util.Map;

/** A recording as somebody sees it who asks from outside the JVM. */
interface Recording extends Timed {
    /**
     * Writes what there is so far.
     *
     * @param into null for the recording's own file
     * @return the file
     */
    File dump(File into) throws Exception;

    /**
     * Writes the profile for good, then leaves the program as it was.
     *
     * @param into null for the recording's own file
     * @return the file
     */
    File stop(File into) throws Exception;

    /** Changes which classes are woven; null leaves a list of patterns as it is. */
    void retarget(String include, String exclude) throws OptionException;

    /** Says what is recorded and how much of it there is. */
    void describe(Map<String, String> lines) throws Exception;

    boolean isFinished();

    /** When it began, as text. */
    String start();
}
