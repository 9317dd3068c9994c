package dev.jprof.cli.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of jprof's own that is started for what it prints. */
public final class ProgramOutput {
    private ProgramOutput() {}

    /**
     * Runs a program to its end.
     *
     * @return the lines of its standard output and standard error, mixed
     * @throws IOException if it can't be started or fails, with the first thing that it said
     */
    public static List<String> of(List<String> command) throws IOException {
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        program.getOutputStream().close();
        List<String> lines;
        try (BufferedReader reader = program.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().toList();
        }
        int exitCode = exitCode(program);
        if (exitCode != 0) {
            throw new IOException(command.get(0) + " ended with exit code " + exitCode + firstOf(lines));
        }
        return lines;
    }

    private static int exitCode(Process program) {
        while (true) {
            try {
                return program.waitFor();
            } catch (InterruptedException nobodyInterrupts) {
                // Its output has ended, so it soon will.
            }
        }
    }

    /** JVMs begin by telling which environment variables they read. */
    public static String firstOf(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("Picked up ") && !line.isBlank())
                .findFirst()
                .map(line -> ": " + line)
                .orElse("");
    }
}
