package dev.jprof.cli.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Has a running JVM load the agent's jar. The only class that knows the JDK's attach API, which a JRE has not. */
final class AgentLoading {
    private AgentLoading() {}

    static void load(long pid, Path agentJar, String arguments) throws Unreachable {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                machine.loadAgent(agentJar.toString(), arguments);
            } finally {
                machine.detach();
            }
        } catch (NoClassDefFoundError jre) {
            throw new Unreachable("this Java has no module jdk.attach; let a whole JDK run jprof:"
                    + " JPROF_JAVA=/path/of/jdk/bin/java");
        } catch (AttachNotSupportedException | IOException failure) {
            throw new Unreachable("can't attach to process " + pid + ": " + oneLine(failure));
        } catch (AgentInitializationException failure) {
            throw new Unreachable(
                    "the agent could not start in process " + pid + " (" + oneLine(failure)
                            + "); the program's standard error says why: it may have no memory left, or an older agent may be in it");
        } catch (AgentLoadException failure) {
            // JDK 8 answers with the agent's return code alone, which later JDKs take for a failure.
            if (!oneLine(failure).endsWith(": 0") && !oneLine(failure).equals("0")) {
                throw refused(pid, oneLine(failure));
            }
        }
    }

    private static Unreachable refused(long pid, String why) {
        if (why.contains("java.instrument")) {
            return new Unreachable("the runtime of process " + pid + " has no module java.instrument: make it with"
                    + " jlink --add-modules java.instrument, or start it with --add-modules java.instrument");
        }
        return new Unreachable(
                why.toLowerCase(Locale.ROOT).contains("dynamic agent loading is not enabled")
                        ? "process " + pid + " was started with -XX:-EnableDynamicAgentLoading: start it without,"
                                + " or profile it from its start: jprof run -- java ..."
                        : "process " + pid + " does not load the agent: " + why);
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
