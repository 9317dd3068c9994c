package dev.jprof.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Standard output whose failures can be told from those of the files that a command reads. */
final class StandardOutput extends FilterOutputStream {
    private @Nullable Failed failed;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException reason) {
            failed = new Failed(reason);
            throw failed;
        }
    }

    /** Fails if anything did before, because printers of texts made by others say nothing of it. */
    @Override
    public void flush() throws IOException {
        if (failed != null) {
            throw failed;
        }
        out.flush();
    }

    /** Nothing more can be written. */
    static final class Failed extends IOException {
        Failed(IOException cause) {
            super(cause.getMessage(), cause);
        }

        /** Whether the reader went away, as {@code | head} does: no reason to say anything. */
        boolean readerLeft() {
            String message = String.valueOf(getMessage());
            return message.contains("pipe") || message.contains("Pipe");
        }
    }
}
