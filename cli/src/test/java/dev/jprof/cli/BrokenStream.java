package dev.jprof.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A standard output that takes nothing. */
final class BrokenStream extends OutputStream {
    private final String message;

    BrokenStream(String message) {
        this.message = message;
    }

    @Override
    public void write(int oneByte) throws IOException {
        throw new IOException(message);
    }
}
