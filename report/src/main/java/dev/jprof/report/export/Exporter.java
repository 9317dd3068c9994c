package dev.jprof.report.export;

import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;

/** A file format of another tool. */
public interface Exporter {
    /** Writes the whole profile; leaves {@code out} open. */
    void write(Profile profile, OutputStream out) throws IOException;
}
