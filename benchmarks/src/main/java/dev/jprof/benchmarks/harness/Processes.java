package dev.jprof.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command and measures it from outside. */
final class Processes {
    private static final long MOST_SECONDS = 300;

    private final Path errors;

    /** @param errors a file for what commands write to their standard error */
    Processes(Path errors) {
        this.errors = errors;
    }

    /** Runs a command whose last line of output is the time that it measured inside. */
    Run run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException, RunFailed {
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);

        long start = System.nanoTime();
        Process process = start(builder);
        var memory = PeakMemory.of(process);
        var output = new LastLine(process);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new RunFailed("did not end in " + MOST_SECONDS + " s");
        }
        long end = System.nanoTime();
        output.join();
        memory.join();
        if (process.exitValue() != 0) {
            throw new RunFailed("exit code " + process.exitValue() + ", " + firstError());
        }
        return new Run(output.asLong(), end - start, end - output.readAt, memory.kilobytes());
    }

    private static Process start(ProcessBuilder builder) throws RunFailed {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new RunFailed(e.getMessage());
        }
    }

    private String firstError() throws IOException {
        try (var lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank()).findFirst().orElse("nothing on standard error");
        }
    }

    /** Reads to the end and keeps the last line and when it came. */
    private static final class LastLine extends Thread {
        private final BufferedReader reader;
        private String line = "";
        private long readAt = System.nanoTime();

        LastLine(Process process) {
            super("last-line");
            reader = process.inputReader(StandardCharsets.UTF_8);
            start();
        }

        @Override
        public void run() {
            try (reader) {
                for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                    line = next;
                    readAt = System.nanoTime();
                }
            } catch (IOException e) {
                line = "";
            }
        }

        long asLong() {
            return line.matches("\\d{1,18}") ? Long.parseLong(line) : 0;
        }
    }
}
