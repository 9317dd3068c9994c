package dev.jprof.cli.jvm;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel lets one process do to another, and how the other one stands. */
record LinuxProcess(RunningJvm jvm, ProcFolder other, ProcFolder own) {
    private static final int FIRST_THAT_OBEYS_ROOT = 9;
    private static final int SIGQUIT = 3;
    private static final long SMALL_BYTES = 100L << 20;
    private static final String ATTACH_THREAD = "Attach Listener";

    LinuxProcess(RunningJvm jvm) {
        this(jvm, ProcFolder.of(jvm.pid()), ProcFolder.own());
    }

    /** Whether the kernel hides the process's memory and files. It does so from all users but its own and root. */
    boolean isSecret() {
        return other.text("maps").isEmpty();
    }

    Check user() {
        long me = own.effective("Uid");
        long user = other.effective("Uid");
        String name = name(jvm.user(), user);
        boolean sameGroup = own.effective("Gid") == other.effective("Gid");
        if (user == me && sameGroup) {
            return Check.ok("user", "belongs to you, " + name);
        }
        if (me != 0 && user == me) {
            return Check.fail(
                    "user",
                    "runs in group " + other.effective("Gid") + ", and you in " + own.effective("Gid"),
                    "run jprof in that group: sg GROUP -c 'jprof ...'");
        }
        String asThatUser = "run jprof as that user: sudo -u " + name + " jprof ...";
        if (me != 0) {
            String you = name(System.getProperty("user.name"), me);
            return Check.fail("user", "belongs to " + name + ", and you are " + you, asThatUser);
        }
        if (jvm.feature() > 0 && jvm.feature() < FIRST_THAT_OBEYS_ROOT) {
            return Check.fail(
                    "user",
                    "belongs to " + name + ", and JDK " + jvm.feature() + " obeys its own user only, not even root",
                    asThatUser);
        }
        return Check.ok("user", "belongs to " + name + ", and root may attach to it");
    }

    Check secret() {
        return Check.warn(
                "container",
                "hides its memory and files, so that nothing more is known",
                "where attaching fails, run jprof as root, or in the JVM's container");
    }

    Check state() {
        return switch (other.state()) {
            case "T" -> Check.fail("state", "is stopped and answers nothing", "let it go on: kill -CONT " + jvm.pid());
            case "t" -> Check.fail("state", "is stopped by a debugger and answers nothing", "let it go on there");
            case "Z", "X", "" -> Check.fail("state", "has ended", "'jprof ps' lists the JVMs that there are");
            default -> Check.ok("state", "is running");
        };
    }

    /** Attaching reaches into a container on the same kernel: by its file system and the JVM's process id there. */
    Check container() {
        boolean inside = !own.namespace("pid").equals(other.namespace("pid"));
        return Check.ok(
                "container",
                inside
                        ? "is in a container, as process " + other.innermostPid() + ", where its files can be seen"
                        : "is in no container that is hidden from here");
    }

    /** The first request is a signal, which ends a process that doesn't handle it. */
    Check signal() {
        boolean socket = Files.exists(other.inside("tmp/.java_pid" + other.innermostPid()));
        if (socket) {
            return Check.ok("socket", "listens already");
        }
        if (other.hasThread(ATTACH_THREAD)) {
            return Check.warn(
                    "socket",
                    "lost its socket /tmp/.java_pid" + other.innermostPid() + ", which old JDKs don't make anew",
                    "where attaching fails, start it again and keep /tmp from being cleaned of it");
        }
        return handles(SIGQUIT)
                ? Check.ok("socket", "listens when it is asked to")
                : Check.fail("socket", "doesn't listen: it has just been started", "try again in a second");
    }

    Check temporaryFolder() {
        Path folder = other.inside("tmp");
        return Files.isWritable(folder)
                ? Check.ok("tmp", "has a /tmp that can be written, by which it is reached")
                : Check.fail(
                        "tmp",
                        "has no /tmp that can be written, by which it is reached",
                        "give it one, such as a tmpfs");
    }

    Check memory() {
        return CgroupLimits.of(other).check("memory", SMALL_BYTES);
    }

    /** Whether the agent records only the agent knows. */
    Check profiled() {
        boolean fromStart = jvm.trace().flags().agents().stream().anyMatch(agent -> agent.contains("jprof-agent"));
        boolean loaded = other.hasOpen(file -> file.contains("jprof-agent") && file.endsWith(".jar"));
        return fromStart || loaded
                ? Check.warn(
                        AttachChecks.AGENT,
                        fromStart ? "was started with jprof's agent" : "has jprof's agent in it already",
                        "'jprof status " + jvm.pid() + "' says whether that is recording; 'jprof stop' ends it")
                : Check.ok(AttachChecks.AGENT, "has no agent of jprof in it");
    }

    private boolean handles(int signal) {
        return other.status("SigCgt").stream()
                .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) >> signal - 1 & 1) == 1);
    }

    private static String name(String user, long id) {
        return user.isEmpty() || user.equals("?") ? "user " + id : user;
    }
}
