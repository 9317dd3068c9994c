package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import java.lang.instrument.Instrumentation;

/** The recording of this JVM: there is one at a time, instrumented or sampled. */
final class Recordings {
    private static volatile Recording last;

    private Recordings() {}

    static void open(Recording started) {
        last = started;
    }

    /** The recording that goes on or the one that ended last; null when there was none. */
    static Recording last() {
        return last;
    }

    /** Begins a recording of a program that runs already; returns when it has begun. */
    static Recording attach(AgentOptions options, Instrumentation instrumentation) throws Exception {
        Recording earlier = last;
        if (earlier != null && !earlier.isFinished()) {
            throw new OptionException("this JVM is being recorded since " + earlier.start()
                    + ": 'jprof retarget' changes what, 'jprof stop' ends it");
        }
        return options.samples() ? SampledSession.attach(options) : Session.attach(options, instrumentation);
    }

    static Recording running() throws OptionException {
        Recording recording = last;
        if (recording == null || recording.isFinished()) {
            throw new OptionException("nothing is being recorded in this JVM: 'jprof attach' begins");
        }
        return recording;
    }
}
