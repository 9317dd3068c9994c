package dev.jprof.cli.attach;

import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JVM of any JDK that sleeps until the test ends it. It prints one line. */
final class SleepingJvm implements AutoCloseable {
    private static final Pattern WRAPPER = Pattern.compile("exec \"([^\"]+)\" \"([^\"]+)\"");
    private static final List<String> NOBODY =
            List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final Process process;
    private final Path printed;
    private final long pid;

    private SleepingJvm(Process process, Path printed, long pid) {
        this.process = process;
        this.printed = printed;
        this.pid = pid;
    }

    /** Makes the program in a folder that every user can read. */
    static void compile(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Javac.compile(8, folder, "Sleeper", """
                public class Sleeper {
                    public static void main(String[] args) throws Exception {
                        System.out.println("up");
                        Thread.sleep(600000);
                    }
                }
                """);
    }

    static List<String> java(Jdk jdk, String... flags) {
        List<String> words = new ArrayList<>(List.of(jdk.java()));
        words.addAll(List.of(flags));
        return words;
    }

    /** The same as the user nobody. What a wrapper starts changes its user behind the wrapper's mounts, which need root. */
    static List<String> javaOfNobody(Jdk jdk) throws IOException {
        List<String> words = new ArrayList<>(NOBODY);
        Matcher wrapper =
                WRAPPER.matcher(Files.size(Path.of(jdk.java())) < 1000 ? Files.readString(Path.of(jdk.java())) : "");
        if (wrapper.find()) {
            words.add(0, wrapper.group(1));
            words.add(wrapper.group(2));
        } else {
            words.add(jdk.java());
        }
        return words;
    }

    /** Starts {@code COMMAND -cp FOLDER Sleeper} and waits until it's up. */
    static SleepingJvm start(Path folder, List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-cp", folder.toString(), "Sleeper"));
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectOutput(printed.toFile()).start();
        for (int tries = 0;
                tries < 3000 && process.isAlive() && !Files.readString(printed).contains("up\n");
                tries++) {
            Thread.sleep(20);
        }
        if (!process.isAlive()) {
            throw new IOException(words + ": " + Files.readString(printed));
        }
        return new SleepingJvm(process, printed, innermost(process.toHandle()).pid());
    }

    String pid() {
        return Long.toString(pid);
    }

    /** The file that it prints to. */
    Path output() {
        return printed;
    }

    String printed() throws IOException {
        return Files.readString(printed);
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, pid()).start().waitFor();
    }

    /** {@code unshare --fork} stays around its child. */
    private static ProcessHandle innermost(ProcessHandle process) {
        return process.children().findFirst().map(SleepingJvm::innermost).orElse(process);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        // A JVM that is asked to end removes its files from /tmp.
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
