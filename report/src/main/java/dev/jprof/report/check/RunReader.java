package dev.jprof.report.check;

import dev.jprof.report.compare.Run;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.match.ClassNames;
import dev.jprof.report.match.OtherNames;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the runs of both sides, with classes under the names that they have in the run that is read first, a new one: anonymous ones
 * under its numbers, and those of the base that are called otherwise now.
 */
final class RunReader {
    private final Set<Path> base;
    private final Map<String, String> ofBase = new HashMap<>();
    private @Nullable ClassNames first;

    RunReader(List<Path> base) {
        this.base = Set.copyOf(base);
    }

    Profile read(Path file) throws IOException {
        return named(ProfileReader.read(file), base.contains(file));
    }

    /** Only calls and self times. */
    Profile readTimes(Path file) throws IOException {
        return named(ProfileReader.readWithout(Run.UNNEEDED, file), base.contains(file));
    }

    /** Which classes of the base were taken for which new ones, one line each. */
    List<String> notes() {
        return new OtherNames(ClassNames.oldByNew(ofBase), Map.of()).notes();
    }

    private Profile named(Profile profile, boolean isBase) {
        if (first == null) {
            first = new ClassNames(profile.methods());
            return profile;
        }
        if (!isBase) {
            return profile.withClasses(first.ofAnother(profile.methods()));
        }
        Map<String, String> names = first.ofBase(profile.methods());
        ofBase.putAll(names);
        return profile.withClasses(names);
    }
}
