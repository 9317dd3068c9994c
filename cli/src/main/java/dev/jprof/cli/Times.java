package dev.jprof.cli;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which times are shown. */
final class Times {
    @Option(
            names = "--raw",
            description =
                    "Times as measured. Without it what probes cost is taken out of them and stands in a row [probes].")
    private boolean raw;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "Of a sampled profile: the metric to show in place of the time that samples stand for, such as"
                            + " allocated, blocked or exceptions.")
    private String metric = "";

    Profile of(Profile profile) {
        return of(profile, new PathCuts(List.of(), List.of(), List.of(), List.of()));
    }

    /** The profile with the times that are asked for, cut to the paths that are. */
    Profile of(Profile profile, PathCuts paths) {
        return Correction.withProbesRow(withoutProbesRow(profile, paths));
    }

    /** The same without a row for what probes cost. */
    Profile withoutProbesRow(Profile profile, PathCuts paths) {
        Profile weighed = metric.isEmpty() ? profile : weighed(profile);
        return paths.apply(raw ? Correction.raw(weighed) : Correction.corrected(weighed));
    }

    private Profile weighed(Profile profile) {
        CallTree tree = profile.tree();
        if (!tree.isSampled()) {
            throw new UsageException("--metric is for sampled profiles; this one was instrumented");
        }
        Metric chosen = tree.columns().keySet().stream()
                .filter(known -> known.name().equals(metric))
                .findFirst()
                .orElseThrow(() -> Choice.unknown(
                        "--metric",
                        metric,
                        tree.columns().keySet().stream().map(Metric::name).toList()));
        return new Profile(profile.meta(), profile.methods(), profile.threads(), tree.weighedBy(chosen));
    }
}
