package dev.jprof.cli.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether jprof can attach to a JVM, found out without touching it. */
public final class AttachChecks {
    /** The subject of the check that warns of an agent of jprof. */
    static final String AGENT = "jprof";

    private static final int OLDEST = 8;
    /** The first JDK that warns of agents that come later (JEP 451). */
    private static final int FIRST_THAT_WARNS = 21;

    private static final String FROM_THE_START = "profile it from its start: jprof run -- java ...";

    private AttachChecks() {}

    /** Looks at a process, whatever it is. */
    public static List<Check> of(long pid) {
        return RunningJvms.of(pid).map(AttachChecks::of).orElseGet(() -> List.of(noJvm(pid)));
    }

    /** Ends where nothing more can be seen, mostly because the JVM is another user's. */
    public static List<Check> of(RunningJvm jvm) {
        List<Check> checks = new ArrayList<>(List.of(virtualMachine(jvm)));
        if (ProcFolder.isThere()) {
            LinuxProcess process = new LinuxProcess(jvm);
            checks.add(process.user());
            if (process.isSecret()) {
                checks.add(process.secret());
                return checks;
            }
            checks.addAll(List.of(process.state(), process.container()));
            checks.addAll(flags(jvm));
            checks.addAll(List.of(process.signal(), process.temporaryFolder(), process.memory(), process.profiled()));
            return checks;
        }
        checks.add(user(jvm));
        checks.addAll(flags(jvm));
        return checks;
    }

    /** Whether jprof's agent may be in a JVM already: true for any that was started with an agent, whatever that is called. */
    public static boolean mayHaveAgent(long pid) {
        if (!ProcFolder.isThere()) {
            return true;
        }
        boolean fromStart = RunningJvms.of(pid)
                .filter(jvm -> !jvm.trace().flags().agents().isEmpty())
                .isPresent();
        return fromStart || ProcFolder.of(pid).hasOpen(file -> file.contains("jprof-agent") && file.endsWith(".jar"));
    }

    private static Check noJvm(long pid) {
        return Check.fail(
                "process",
                ProcessHandle.of(pid).isPresent() ? "is no JVM" : "there is no process " + pid,
                "'jprof ps' lists the JVMs that there are");
    }

    private static Check virtualMachine(RunningJvm jvm) {
        String program = jvm.program().isEmpty() ? "a JVM" : jvm.program();
        String found = "is " + program + (jvm.version().isEmpty() ? "" : " on JDK " + jvm.version());
        if (jvm.vm().contains("OpenJ9")) {
            return Check.fail(
                    "process",
                    found + ", an OpenJ9 JVM, which agents of HotSpot can't reach",
                    "run it on a HotSpot JDK");
        }
        if (jvm.feature() > 0 && jvm.feature() < OLDEST) {
            return Check.fail("process", found + "; jprof needs JDK " + OLDEST + " or newer", "run it on a newer JDK");
        }
        return Check.ok("process", found);
    }

    /** Where there is no /proc the names must do. */
    private static Check user(RunningJvm jvm) {
        String own = System.getProperty("user.name");
        String other = jvm.user().substring(jvm.user().lastIndexOf('\\') + 1);
        return other.isEmpty() || other.equals(own)
                ? Check.ok("user", "belongs to you, " + own)
                : Check.fail("user", "belongs to " + other + ", and you are " + own, "run jprof as " + other);
    }

    private static List<Check> flags(RunningJvm jvm) {
        return Stream.of(attachMechanism(jvm), agentLoading(jvm), otherAgents(jvm))
                .toList();
    }

    private static Check attachMechanism(RunningJvm jvm) {
        String capabilities = jvm.trace().data().text("sun.rt.jvmCapabilities");
        boolean disabled = capabilities.isEmpty()
                ? jvm.trace().flags().isOn("DisableAttachMechanism", false)
                : capabilities.startsWith("0");
        return disabled
                ? Check.fail(
                        "attach",
                        "was started with -XX:+DisableAttachMechanism",
                        "start it without that flag, or " + FROM_THE_START)
                : Check.ok("attach", "has its attach mechanism on");
    }

    private static Check agentLoading(RunningJvm jvm) {
        if (isWithoutAgents(jvm)) {
            return Check.fail(
                    "loading",
                    "runs on a runtime without the module java.instrument, which agents need",
                    "make the runtime with jlink --add-modules java.instrument");
        }
        JvmFlags flags = jvm.trace().flags();
        if (!flags.isOn("EnableDynamicAgentLoading", true)) {
            return Check.fail(
                    "loading",
                    "was started with -XX:-EnableDynamicAgentLoading, so that no agent can come later",
                    "start it with -XX:+EnableDynamicAgentLoading, or " + FROM_THE_START);
        }
        boolean warns = jvm.feature() >= FIRST_THAT_WARNS && !flags.isGiven("EnableDynamicAgentLoading");
        return warns
                ? Check.warn(
                        "loading",
                        "loads agents later on, but JDK " + jvm.feature()
                                + " prints a warning of four lines into its standard error",
                        "starting it with -XX:+EnableDynamicAgentLoading keeps it silent")
                : Check.ok("loading", "loads agents later on");
    }

    /** The module's library lies one folder above the JVM's, in each JDK from 8 on. */
    private static boolean isWithoutAgents(RunningJvm jvm) {
        if (jvm.trace().library().isEmpty()) {
            return false;
        }
        ProcFolder process = ProcFolder.of(jvm.pid());
        Path library = Path.of(jvm.trace().library());
        Path agents = library.resolve("../../libinstrument.so").normalize();
        return Files.exists(process.inside(library.toString())) && !Files.exists(process.inside(agents.toString()));
    }

    private static Check otherAgents(RunningJvm jvm) {
        List<String> others = jvm.trace().flags().agents().stream()
                .map(agent -> agent.substring(agent.lastIndexOf('/') + 1))
                .filter(agent -> !agent.contains("jprof-agent") && !agent.equals("jdwp"))
                .toList();
        return others.isEmpty()
                ? Check.ok("agents", "was started with no other agent")
                : Check.warn(
                        "agents",
                        "was started with " + String.join(", ", others) + ", which may change the same classes",
                        "where a profile looks odd, compare it with one of a start without");
    }
}
