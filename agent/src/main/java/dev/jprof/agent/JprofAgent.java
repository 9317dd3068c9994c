package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Destination;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.sample.Samplers;
import java.lang.instrument.Instrumentation;

/**
 * Where the JVM enters the agent. Uses nothing that the program may want to configure first (java.util.logging, JMX, the
 * default file system), and names no class of {@code rt} before it is defined.
 */
public final class JprofAgent {
    private static final String MAILBOX = "mailbox=";

    private JprofAgent() {}

    public static void premain(String agentArgs, Instrumentation instrumentation) {
        try {
            if (JdkTool.isRunning()) {
                return;
            }
            if (Recordings.last() != null) {
                Messages.warn(
                        "this JVM was given the agent more than once: the first one records, this one does nothing"
                                + (agentArgs == null ? "" : ": " + agentArgs));
                return;
            }
            AgentOptions options = AgentOptions.parse(agentArgs);
            Destination.check(options, ProcessId.get());
            if (options.samples()) {
                SampledSession.start(options);
            } else {
                Session.start(options, instrumentation);
            }
        } catch (OptionException mistake) {
            Messages.warn(mistake.getMessage() + "; the program runs without being profiled");
        } catch (Throwable failure) {
            Messages.warn("could not start, the program runs without being profiled: " + Samplers.rootOf(failure));
        }
    }

    /**
     * Called in a JVM that runs already.
     *
     * @param agentArgs {@code mailbox=FOLDER} to take requests from there, else options of a recording that begins at once
     */
    public static void agentmain(String agentArgs, Instrumentation instrumentation) {
        try {
            if (agentArgs != null && agentArgs.startsWith(MAILBOX)) {
                Mailbox.open(agentArgs.substring(MAILBOX.length()), instrumentation);
            } else {
                Recordings.attach(AgentOptions.parse(agentArgs), instrumentation);
            }
        } catch (OptionException mistake) {
            Messages.warn(mistake.getMessage() + "; the program is not profiled");
        } catch (Throwable failure) {
            Messages.warn("could not start, the program is not profiled: " + Samplers.rootOf(failure));
        }
    }
}
