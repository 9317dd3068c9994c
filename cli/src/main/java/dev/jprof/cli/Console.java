package dev.jprof.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The two streams of a command, always UTF-8. Unlike a PrintStream, {@code out} throws what goes wrong, so that a full disk is
 * an error and a closed pipe ends the command.
 *
 * @param terminal whether a person looks at {@code out}
 */
record Console(Writer out, Writer err, boolean terminal) {
    static Console of(OutputStream out, OutputStream err, boolean terminal) {
        return new Console(writer(new StandardOutput(out)), writer(err), terminal);
    }

    /** Prints one line on standard error. A standard error that is closed is nobody's loss. */
    void complain(String line) {
        try {
            err.write(line + "\n");
            err.flush();
        } catch (IOException closed) {
            // There is no other place to say it.
        }
    }

    private static Writer writer(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
