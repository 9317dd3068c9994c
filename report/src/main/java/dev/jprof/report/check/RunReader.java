package dev.jprof.report.check;

import dev.jprof.report.compare.Run;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.AnonymousClasses;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the runs of both sides, with anonymous classes under the numbers that they have in the run that is read first. */
final class RunReader {
    /** Of a class of another run whose name has become that of another class. */
    private static final String GONE = " (gone)";

    private @Nullable AnonymousClasses first;

    Profile read(Path file) throws IOException {
        return named(ProfileReader.read(file));
    }

    /** Only calls and self times. */
    Profile readTimes(Path file) throws IOException {
        return named(ProfileReader.readWithout(Run.UNNEEDED, file));
    }

    private Profile named(Profile profile) {
        if (first == null) {
            first = AnonymousClasses.of(KeyedProfile.of(profile));
            return profile;
        }
        return first.named(profile, GONE);
    }
}
