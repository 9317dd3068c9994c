package dev.jprof.cli.launch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A program that jprof waits for. It has jprof's terminal, and the signals that jprof gets are sent on to it. */
public final class ChildProcess {
    private ChildProcess() {}

    /**
     * Runs a program to its end.
     *
     * @param environment what to set beyond the inherited environment
     * @return its exit code, 128 + n when signal n ended it
     */
    public static int run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        restoreLocale(builder.environment());
        builder.environment().putAll(environment);
        CompletableFuture<Process> started = new CompletableFuture<>();
        Signals.sendTo(started);
        Process child = builder.start();
        started.complete(child);
        return exitCode(child);
    }

    static int exitCode(Process child) {
        while (true) {
            try {
                return child.waitFor();
            } catch (InterruptedException nobodyInterrupts) {
                // Waiting is all there is to do.
            }
        }
    }

    /** The launcher may have set LC_ALL so that jprof reads arguments as UTF-8: the program is to have its own. */
    static void restoreLocale(Map<String, String> environment) {
        String own = environment.remove("JPROF_LC_ALL");
        if (own != null && own.isEmpty()) {
            environment.remove("LC_ALL");
        } else if (own != null) {
            environment.put("LC_ALL", own);
        }
    }
}
