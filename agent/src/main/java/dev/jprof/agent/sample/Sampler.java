package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What looks at the program's stacks and adds them to a tree. Its methods are called from one thread at a time. */
public interface Sampler {
    /** Begins to sample, within the call: when it returns the program is being sampled. */
    void begin() throws Exception;

    /** Brings what was seen so far into the tree, as far as that is possible while sampling goes on. */
    void flush() throws Exception;

    /** Ends sampling, perhaps because the program ends, and brings everything into the tree. */
    void end(boolean withTheProgram) throws Exception;

    /** Returns {@code jfr}, {@code stacks} or {@code async}. */
    String engine();

    /** Returns of what time the samples are, {@code cpu} or {@code wall}. */
    String clock();

    /** Returns what it sees, by the names of the engine. */
    List<String> events();

    /** Returns the columns of the profile that it fills. */
    Set<SampledMetric> metrics();

    /** Returns how long a wait must be to be seen, in nanoseconds by event; those that are not in it are all seen. */
    Map<String, Long> thresholds();

    /** Returns what is known to be wrong with what it sees, in one sentence or two. */
    String bias();

    /** Returns how many samples could not be made into a stack. */
    long lost();
}
