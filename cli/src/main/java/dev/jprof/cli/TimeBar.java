package dev.jprof.cli;

import java.io.IOException;
import java.util.Locale;

/**
 * How much of a time has passed, on a terminal; anywhere else nothing.
 *
 * @param millis the whole time
 */
record TimeBar(Console console, long millis) {
    void show(long passed) throws IOException {
        write(String.format(
                Locale.ROOT,
                "\r%s  %d of %d s\u001b[K",
                ProgressBar.of(passed, millis),
                passed / 1000,
                (millis + 999) / 1000));
    }

    void clear() throws IOException {
        write("\r\u001b[K");
    }

    private void write(String text) throws IOException {
        if (console.terminal()) {
            console.out().write(text);
            console.out().flush();
        }
    }
}
