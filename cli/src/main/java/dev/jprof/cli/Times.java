package dev.jprof.cli;

import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.PathCuts;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which times are shown. */
final class Times {
    @Option(
            names = "--raw",
            description =
                    "Times as measured. Without it what probes cost is taken out of them and stands in a row [probes].")
    private boolean raw;

    Profile of(Profile profile) {
        return of(profile, new PathCuts(List.of(), List.of(), List.of(), List.of()));
    }

    /** The profile with the times that are asked for, cut to the paths that are. */
    Profile of(Profile profile, PathCuts paths) {
        return Correction.withProbesRow(withoutProbesRow(profile, paths));
    }

    /** The same without a row for what probes cost. */
    Profile withoutProbesRow(Profile profile, PathCuts paths) {
        return paths.apply(raw ? Correction.raw(profile) : Correction.corrected(profile));
    }
}
