package dev.jprof.cli.top;

import dev.jprof.cli.attach.Unreachable;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;

/** A program that runs, as a profile that grows. One thread takes snapshots while another may write one. */
public interface Snapshots {
    /** What the program is called on the screen. */
    String title();

    /**
     * All that was recorded so far.
     *
     * @throws Ended if the program has
     * @throws Unreachable if it is there and does not answer, which it may do later
     */
    Profile next() throws IOException;

    /** Writes a profile of all that was recorded so far. */
    void write(Path file) throws IOException;

    /** The program has ended. */
    final class Ended extends IOException {
        private static final long serialVersionUID = 1;

        public Ended(String line) {
            super(line);
        }
    }
}
