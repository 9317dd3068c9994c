package dev.jprof.report.check;

import dev.jprof.report.compare.RenamedClasses;
import dev.jprof.report.compare.Run;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.AnonymousClasses;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the runs of both sides, with classes under the names that they have in the run that is read first, a new one: anonymous ones
 * under its numbers, and those of the base that are called otherwise now.
 */
final class RunReader {
    private static final int MOST_NOTES = 5;

    private final Set<Path> base;
    private final Map<String, String> oldNames = new TreeMap<>();
    private List<MethodKey> keys = List.of();
    private @Nullable AnonymousClasses first;

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
        List<String> notes = new ArrayList<>();
        oldNames.entrySet().stream()
                .limit(MOST_NOTES)
                .map(names -> "taken for the same class: " + Printable.of(names.getValue()) + " of the base and "
                        + Printable.of(names.getKey()))
                .forEach(notes::add);
        if (oldNames.size() > MOST_NOTES) {
            notes.add("and " + (oldNames.size() - MOST_NOTES) + " more classes");
        }
        return notes;
    }

    private Profile named(Profile profile, boolean ofBase) {
        AnonymousClasses anonymous = AnonymousClasses.of(profile.methods());
        List<MethodKey> own = profile.methods().stream().map(MethodKey::of).toList();
        if (first == null) {
            first = anonymous;
            keys = own;
            return profile;
        }
        Map<String, String> names = first.namesOf(anonymous);
        if (ofBase) {
            Map<String, String> renamed = new HashMap<>();
            RenamedClasses.between(own, keys).forEach((now, then) -> renamed.put(then, now));
            // Anonymous classes are told by more than the names of their methods.
            renamed.forEach(names::putIfAbsent);
            names.forEach(this::note);
        }
        return profile.withClasses(names);
    }

    private void note(String then, String now) {
        if (!now.endsWith(AnonymousClasses.GONE)) {
            oldNames.put(now, then);
        }
    }
}
