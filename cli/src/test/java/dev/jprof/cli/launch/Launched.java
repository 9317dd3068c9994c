package dev.jprof.cli.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code bin/jprof} of the built distribution, started by a test in a folder of its own. */
final class Launched {
    static final Path DISTRIBUTION = Path.of("target/jprof-0.1.0").toAbsolutePath();
    static final String LAUNCHER = DISTRIBUTION.resolve("bin/jprof").toString();
    static final String JAVA = Target.ownJava();

    private final Path folder;
    private final Process process;

    private Launched(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** What a launcher that has ended left behind. */
    record Ended(int exitCode, String out, String err) {}

    /** The words by which a test runs {@link Echo}. */
    static List<String> echo(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                JAVA, "-cp", Path.of("target/test-classes").toAbsolutePath().toString()));
        words.add(Echo.class.getName());
        words.addAll(List.of(arguments));
        return words;
    }

    /** The words by which {@code jprof run} starts a program. */
    static List<String> runOf(List<String> options, List<String> program) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER, "run"));
        command.addAll(options);
        command.add("--");
        command.addAll(program);
        return command;
    }

    static Launched start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Files.writeString(folder.resolve("in"), "typed").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("PATH", Path.of(JAVA).getParent() + File.pathSeparator + System.getenv("PATH"));
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return new Launched(folder, builder.start());
    }

    static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        return start(folder, Map.of(), command).end();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the program has printed its own process id. */
    long programPid() throws IOException, InterruptedException {
        for (long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < deadline; ) {
            String out = Files.readString(folder.resolve("out"));
            if (out.startsWith("pid ") && out.endsWith("\n")) {
                return Long.parseLong(out.strip().substring(4));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        throw new IOException("the program did not start: " + Files.readString(folder.resolve("err")));
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }

    Ended end() throws IOException, InterruptedException {
        return endWithin(120);
    }

    Ended endWithin(int seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the launcher did not end");
        }
        return new Ended(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }
}
