package dev.jprof.report.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, which may be a pipe: until JDK 21 the JDK's own stream fails when it looks for the place that it has in it. */
public final class FileBytes extends FilterInputStream {
    private FileBytes(InputStream in) {
        super(in);
    }

    public static InputStream of(Path file) throws IOException {
        return new FileBytes(Files.newInputStream(file));
    }

    @Override
    public int available() {
        try {
            return super.available();
        } catch (IOException pipe) {
            return 0;
        }
    }
}
