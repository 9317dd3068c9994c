package dev.jprof.cli.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that jprof waits for and that says nothing on the terminal. It does not outlive jprof. */
public final class QuietProcess {
    private QuietProcess() {}

    /**
     * Runs a program to its end, with an empty standard input.
     *
     * @param environment what to set beyond the inherited environment
     * @param output the file for its standard output and standard error
     * @return its exit code, 128 + n when signal n ended it
     */
    public static int run(List<String> command, Map<String, String> environment, Path output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        ChildProcess.restoreLocale(builder.environment());
        builder.environment().putAll(environment);
        Process program = builder.start();
        Thread end = new Thread(() -> endWithItsChildren(program));
        Runtime.getRuntime().addShutdownHook(end);
        program.getOutputStream().close();
        int exitCode = ChildProcess.exitCode(program);
        Runtime.getRuntime().removeShutdownHook(end);
        return exitCode;
    }

    private static void endWithItsChildren(Process program) {
        program.descendants().forEach(ProcessHandle::destroy);
        program.destroy();
    }
}
