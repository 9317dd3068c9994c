package dev.jprof.benchmarks.mode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One way to profile a program, or not to. */
public interface Mode {
    String name();

    /** What it records, in a few words for the reader of the results. */
    String description();

    /** The JDK that both runs of a pair use. */
    Jdk jdk();

    /** Why this mode can't run here; empty when it can. */
    String obstacle();

    /** How many calls a run should have at most; a dear mode is measured on a smaller program than a cheap one. */
    long mostCalls();

    /**
     * Returns what {@code java} must be told.
     *
     * @param packages names in front of the classes that are to be profiled: {@code org.h2.} means all of H2
     * @param output an empty folder for what the mode writes
     */
    List<String> flags(List<String> packages, Path output);

    default Map<String, String> environment(List<String> packages) {
        return Map.of();
    }
}
