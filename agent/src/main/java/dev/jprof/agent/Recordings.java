package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Destination;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.output.CommandName;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.nio.file.FileSystems;
import java.util.Map;

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
        checkFiles();
        Destination.checkFromOutside(options, ProcessId.get());
        return options.samples() ? SampledSession.attach(options) : Session.attach(options, instrumentation);
    }

    /** Without its working directory a JVM that has not used files yet can't begin to. */
    private static void checkFiles() throws OptionException {
        try {
            FileSystems.getDefault();
        } catch (Error broken) {
            throw new OptionException("this JVM can't write files: its working directory is gone");
        }
    }

    /** Says what any recording is. */
    static void describe(File file, AgentOptions options, Map<String, String> lines) {
        lines.put("version", AgentJar.version());
        if (file != null) {
            lines.put("file", file.getPath());
        }
        lines.put("command", CommandName.of(System.getProperty("sun.java.command", "")));
        for (Map.Entry<String, String> option : options.asMap().entrySet()) {
            lines.put("option." + option.getKey(), option.getValue());
        }
    }

    static Recording running() throws OptionException {
        Recording recording = last;
        if (recording == null || recording.isFinished()) {
            throw new OptionException("nothing is being recorded in this JVM: 'jprof attach' begins");
        }
        return recording;
    }
}
