package dev.jprof.report.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file as they were before somebody compressed it, no more of them than a reader can bear. */
public final class PlainBytes {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private PlainBytes() {}

    /** A stream that can be marked, and throws a {@link ProfileFormatException} when it gets out of hand. */
    public static BufferedInputStream of(Path file, InputStream stored) throws IOException {
        BoundedStream onDisk = new BoundedStream(stored, file, () -> Long.MAX_VALUE);
        BufferedInputStream bytes = new BufferedInputStream(onDisk, BUFFER);
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        if (magic != GZIP_MAGIC) {
            return bytes;
        }
        BoundedStream unpacked = new BoundedStream(new GZIPInputStream(bytes, BUFFER), file, onDisk::bytes);
        return new BufferedInputStream(unpacked, BUFFER);
    }
}
