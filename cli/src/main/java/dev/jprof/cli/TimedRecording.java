package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rest of a recording that ends after a time: a bar on a terminal, then the profile. Ctrl-C ends it early, and a program that
 * comes to its end writes its profile itself.
 */
final class TimedRecording {
    private static final long STEP_MILLIS = 200;

    private final Console console;
    private final AttachedJvm jvm;
    private final Path file;
    private final long begin = System.currentTimeMillis();
    private boolean stopped;

    TimedRecording(Console console, AttachedJvm jvm, Path file) {
        this.console = console;
        this.jvm = jvm;
        this.file = file;
    }

    void run(long millis) throws IOException {
        Thread stop = new Thread(this::stopEarly);
        Runtime.getRuntime().addShutdownHook(stop);
        waitFor(millis);
        Runtime.getRuntime().removeShutdownHook(stop);
        stop();
    }

    private void waitFor(long millis) throws IOException {
        TimeBar bar = new TimeBar(console, millis);
        long passed = 0;
        while (passed < millis && jvm.isAlive()) {
            bar.show(passed);
            try {
                Thread.sleep(Math.min(STEP_MILLIS, millis - passed));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                break;
            }
            passed = System.currentTimeMillis() - begin;
        }
        bar.clear();
    }

    private synchronized void stop() throws IOException {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            SavedFile.writeUnchecked(file, () -> jvm.stop(file));
        } catch (Unreachable ended) {
            if (jvm.isAlive()
                    || !Files.exists(file)
                    || Files.getLastModifiedTime(file).toMillis() < begin) {
                throw ended;
            }
            console.complain("process " + jvm.pid() + " came to its end before the time was over");
        }
    }

    private void stopEarly() {
        try {
            stop();
            console.complain("stopped early: " + file);
        } catch (IOException failure) {
            console.complain("jprof attach: " + failure.getMessage());
        }
    }
}
