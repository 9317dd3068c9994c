package dev.jprof.benchmarks.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Watches the high-water mark of a process's resident set, where Linux tells it. */
final class PeakMemory extends Thread {
    private static final long INTERVAL_MILLIS = 10;

    private final Process process;
    private final Path status;
    private volatile long kilobytes;

    private PeakMemory(Process process) {
        super("peak-memory");
        this.process = process;
        status = Path.of("/proc", String.valueOf(process.pid()), "status");
    }

    static PeakMemory of(Process process) {
        var memory = new PeakMemory(process);
        memory.start();
        return memory;
    }

    @Override
    public void run() {
        try {
            while (process.isAlive()) {
                look();
                sleep(INTERVAL_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            // The process ended between two looks, or is on a system without /proc: what was seen stands.
        }
    }

    private void look() throws IOException {
        List<String> lines = Files.readAllLines(status, StandardCharsets.ISO_8859_1);
        for (String line : lines) {
            if (line.startsWith("VmHWM:")) {
                kilobytes = Math.max(kilobytes, Long.parseLong(line.replaceAll("\\D", "")));
            }
        }
    }

    /** The largest value seen, 0 for none. */
    long kilobytes() {
        return kilobytes;
    }
}
