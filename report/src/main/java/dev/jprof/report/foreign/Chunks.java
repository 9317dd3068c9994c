package dev.jprof.report.foreign;

import dev.jprof.report.io.ProfileFormatException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The chunks that a recording of Flight Recorder is made of. The JDK's reader looks for ever for the end of one without length. */
final class Chunks {
    private static final int SIZE_AT = 8;

    /** Magic number, version, size, and seven more fields of eight bytes at most. */
    private static final long LEAST_SIZE = 68;

    private Chunks() {}

    static void check(Path name, Path file) throws ProfileFormatException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            for (long chunk = 0; chunk + LEAST_SIZE <= length; ) {
                bytes.seek(chunk + SIZE_AT);
                long size = bytes.readLong();
                if (size < LEAST_SIZE) {
                    throw new ProfileFormatException(
                            name,
                            "is a damaged or unfinished JFR recording (a chunk of " + size
                                    + " bytes); record it again");
                }
                chunk = size > length - chunk ? length : chunk + size;
            }
        } catch (ProfileFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new ProfileFormatException(name, "can't be read (" + e.getMessage() + ")");
        }
    }
}
