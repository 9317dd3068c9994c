package dev.jprof.report.export;

import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;

/** The file that {@code python -m pstats} and snakeviz open. */
public final class PstatsExporter implements Exporter {
    @Override
    public void write(Profile profile, OutputStream out) throws IOException {
        throw new IOException("not yet");
    }
}
