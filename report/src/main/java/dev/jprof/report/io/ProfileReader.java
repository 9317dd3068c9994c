package dev.jprof.report.io;

import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.List;

/** Reads profile.json files and trusts nothing in them. */
public final class ProfileReader {
    private ProfileReader() {}

    /** Reads one profile, gzip-compressed or not, whatever the file's name. */
    public static Profile read(Path file) throws ProfileFormatException {
        throw new ProfileFormatException(file, "not yet");
    }

    /** Reads profiles and adds them up; one alone is returned as it is. */
    public static Profile readMerged(List<Path> files) throws ProfileFormatException {
        return read(files.get(0));
    }
}
