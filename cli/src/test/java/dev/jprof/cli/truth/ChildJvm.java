package dev.jprof.cli.truth;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM started by a test in a folder of its own, with or without the agent. Its profile is {@code profile.json} there. */
public final class ChildJvm {
    private static final long TIMEOUT_SECONDS = 300;

    private final Jdk jdk;
    private final Path folder;
    private final List<String> flags = new ArrayList<>();
    private final Path workingFolder;

    private ChildJvm(Jdk jdk, Path folder, Path workingFolder) {
        this.jdk = jdk;
        this.folder = folder;
        this.workingFolder = workingFolder;
    }

    /** What a JVM that has ended left behind. */
    public record Ended(int exitCode, String out, String err, Path folder) {
        public String text(String file) {
            return ChildJvm.text(folder.resolve(file));
        }

        public Profile profile() {
            return profile("profile.json");
        }

        public Profile profile(String file) {
            try {
                return ProfileReader.read(folder.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException("exit code " + exitCode + ", standard error: " + err, e);
            }
        }
    }

    /** On the JDK that runs the tests. */
    public static ChildJvm in(Path folder) {
        return on(InstalledJdks.of(Runtime.version().feature()).orElseThrow(), folder);
    }

    public static ChildJvm on(Jdk jdk, Path folder) {
        return new ChildJvm(jdk, folder, folder);
    }

    public ChildJvm with(String... moreFlags) {
        ChildJvm copy = new ChildJvm(jdk, folder, workingFolder);
        copy.flags.addAll(flags);
        copy.flags.addAll(List.of(moreFlags));
        return copy;
    }

    ChildJvm startedFrom(Path otherFolder) {
        ChildJvm copy = new ChildJvm(jdk, folder, otherFolder);
        copy.flags.addAll(flags);
        return copy;
    }

    /** Profiles into {@code profile.json} of the folder, unless the options name a file. */
    public ChildJvm withAgent(String options) {
        return with(agent(options));
    }

    static String agent(String options) {
        return "-javaagent:" + Built.jar("agent") + "=" + options;
    }

    /** Starts {@code java FLAGS ARGUMENTS} and waits for its end. */
    public Ended run(String... arguments) {
        Process process = start(arguments);
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end within " + TIMEOUT_SECONDS + " s: " + command(arguments));
            }
            return ended(process.exitValue());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    Ended ended(int exitCode) {
        return new Ended(exitCode, text(folder.resolve("out.txt")), text(folder.resolve("err.txt")), folder);
    }

    /** The JVM's output so far is in {@code out.txt} of the folder. */
    public Process start(String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(arguments)).directory(workingFolder.toFile());
            builder.redirectOutput(folder.resolve("out.txt").toFile());
            builder.redirectError(folder.resolve("err.txt").toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().remove("JDK_JAVA_OPTIONS");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(flags);
        command.addAll(List.of(arguments));
        return command;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
