package dev.jprof.report.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Ends a document that grows past all measure. Long runs of zeros, which honest profiles have, compress a thousand times;
 * a whole profile does not, as its parents and methods differ, so the ratio counts only past a size that no run reaches.
 */
final class BoundedStream extends FilterInputStream {
    static final long MAX_BYTES = 2L << 30;
    static final long SUSPICIOUS_BYTES = 64L << 20;
    static final long MAX_RATIO = 200;

    private final Path file;
    private final LongSupplier bytesOnDisk;
    private long bytes;

    BoundedStream(InputStream in, Path file, LongSupplier bytesOnDisk) {
        super(in);
        this.file = file;
        this.bytesOnDisk = bytesOnDisk;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long bytes() {
        return bytes;
    }

    private void count(int more) throws ProfileFormatException {
        bytes += more;
        if (bytes > MAX_BYTES) {
            throw new ProfileFormatException(
                    file, "holds more than 2 GB, the most that jprof reads; record less (an agent with include=)");
        }
        if (bytes > SUSPICIOUS_BYTES && bytes / MAX_RATIO > bytesOnDisk.getAsLong()) {
            throw new ProfileFormatException(
                    file,
                    "expands more than 200 times when unpacked, which no profile does; get it from its source again");
        }
    }
}
