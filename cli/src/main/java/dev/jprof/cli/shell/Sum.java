package dev.jprof.cli.shell;

import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.view.UsageException;
import java.util.List;

/** What was read and what is added to it. */
final class Sum {
    private Sum() {}

    static Profile of(Profile read, Profile more) {
        List<Profile> both = List.of(read, more);
        String hindrance = ProfileMerge.hindrance(both);
        if (!hindrance.isEmpty()) {
            throw new UsageException("these can't be added: " + hindrance + "; nothing changed");
        }
        try {
            return ProfileMerge.merge(both);
        } catch (ArithmeticException tooLarge) {
            throw new UsageException("the sum does not fit into 64 bits; nothing changed");
        }
    }
}
