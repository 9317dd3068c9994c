package dev.jprof.cli;

import dev.jprof.cli.record.PlannedRun;
import java.io.IOException;
import java.util.Locale;

/** How far {@code record-runs} is: a bar that stays in its line on a terminal, else one line for each run. */
final class RunsProgress {
    private final Console console;
    private final int all;
    private final int before;
    private final long startNanos = System.nanoTime();
    private int done;

    RunsProgress(Console console, int all, int before) {
        this.console = console;
        this.all = all;
        this.before = before;
        this.done = before;
    }

    void starts(PlannedRun run) throws IOException {
        if (console.terminal()) {
            write("\r" + ProgressBar.of(done, all) + "  " + (done + 1) + " of " + all + ": " + run.name() + left()
                    + "\u001b[K");
        }
    }

    void ended(PlannedRun run, double seconds) throws IOException {
        done++;
        if (!console.terminal()) {
            write(String.format(Locale.ROOT, "%d of %d: %s, %.1f s%n", done, all, run.name(), seconds));
        }
    }

    /** Clears the line of the bar, for what is printed next. */
    void stop() throws IOException {
        if (console.terminal()) {
            write("\r\u001b[K");
        }
    }

    private String left() {
        if (done == before) {
            return "";
        }
        double seconds = (System.nanoTime() - startNanos) / 1e9 / (done - before) * (all - done);
        return seconds < 90
                ? String.format(Locale.ROOT, ", %.0f s left", seconds)
                : String.format(Locale.ROOT, ", %.0f min left", seconds / 60);
    }

    private void write(String text) throws IOException {
        console.out().write(text);
        console.out().flush();
    }
}
