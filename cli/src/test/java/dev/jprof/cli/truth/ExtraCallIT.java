package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.Check;
import dev.jprof.report.check.CheckRequest;
import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.CheckVerdict;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Place;
import dev.jprof.report.check.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs, each run once as it is, once more, and once with one call more of one method: exact counts find that call and
 * *nothing else. With {@code -Plong} 100 programs are tried instead of 12; two of three have several threads.
 */
class ExtraCallIT {
    private static final int PROGRAMS = Boolean.getBoolean("jprof.long") ? 100 : 12;
    private static final String RULE = "calls(gen.*) <= +0%";

    @TempDir
    private Path folder;

    @Test
    void one_extra_call_is_found_with_one_run_a_side_and_none_where_there_is_none() throws Exception {
        List<ManyCalls> programs = new ArrayList<>();
        List<Path> sources = new ArrayList<>();
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            ManyCalls program = new ManyCalls(seed);
            programs.add(program);
            sources.add(Files.writeString(folder.resolve("P" + seed + ".java"), program.source()));
        }
        Javac.compile(17, folder.resolve("classes"), sources);

        List<String> wrong = new ArrayList<>();
        for (ManyCalls program : programs) {
            Path base = record(program, "base", -1);
            Path same = record(program, "same", -1);
            int method = new Random(program.seed()).nextInt(ManyCalls.METHODS);
            Path more = record(program, "more", method);
            CheckResult unchanged = check(base, same);
            CheckResult changed = check(base, more);
            List<String> found = changed.with(Outcome.REGRESSION).stream()
                    .map(finding -> described(finding))
                    .toList();
            if (unchanged.verdict() != CheckVerdict.FINE
                    || changed.verdict() != CheckVerdict.REGRESSION
                    || !found.equals(List.of(program.name(method) + " +1"))) {
                wrong.add(program.name(method) + ": " + unchanged.verdict() + ", " + found);
            }
        }
        assertThat(wrong).as("of " + PROGRAMS + " programs").isEmpty();
    }

    private static String described(Finding finding) {
        return finding.subject().printed() + " +" + (long) (finding.current()[0] - finding.base()[0]);
    }

    /** The extra call is chosen by a property, so that the arguments are the same. */
    private Path record(ManyCalls program, String name, int extra) {
        String file = "P" + program.seed() + "-" + name + ".json";
        ChildJvm.Ended ended = ChildJvm.in(folder)
                .withAgent("file=" + file + ",include=gen.*")
                .with("-Dextra=" + extra, "-XX:TieredStopAtLevel=1")
                .run("-cp", folder.resolve("classes").toString(), "gen.P" + program.seed());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return folder.resolve(file);
    }

    private static CheckResult check(Path base, Path current) throws IOException, InvalidRules {
        List<Rule> rules = List.of(Rule.parse(RULE, Place.ofOption("--rule", RULE)));
        return Check.run(
                new CheckRequest(List.of(base), List.of(current), rules, false, false, LocalDate.of(2026, 11, 24)));
    }
}
