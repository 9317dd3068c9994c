package dev.jprof.report.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Place;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledRunsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"calls(com.acme.Work.fib) <= 5", "percall(com.acme.Work.fib) <= 5ms"})
    void a_rule_for_calls_is_refused(String rule) throws IOException {
        Path run = written("run.json", SampleProfiles.sampled());

        assertThatThrownBy(() -> check(List.of(), run, rule))
                .isInstanceOfSatisfying(
                        InvalidRules.class,
                        wrong -> assertThat(wrong.mistakes())
                                .singleElement()
                                .asString()
                                .contains("sampled")
                                .contains("limit self, total or share"));
    }

    @Test
    void a_share_is_tried() throws IOException, InvalidRules {
        Path run = written("run.json", SampleProfiles.sampled());

        CheckResult result = check(List.of(), run, "share(com.acme.Work.fib) <= 50%");

        assertThat(result.rules().get(0).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSION));
    }

    @Test
    void an_instrumented_base_is_refused() throws IOException {
        Path run = written("run.json", SampleProfiles.sampled());
        Path base = written("base.json", SampleProfiles.small());

        assertThatThrownBy(() -> check(List.of(base), run, "total(com.acme.Work.fib) <= +5%"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("instrumented");
    }

    private static CheckResult check(List<Path> base, Path run, String rule) throws IOException, InvalidRules {
        List<Rule> rules = List.of(Rule.parse(rule, Place.ofOption("--rule", rule)));
        return Check.run(new CheckRequest(base, List.of(run), rules, false, true, LocalDate.of(2026, 11, 24)));
    }

    private Path written(String name, Profile profile) throws IOException {
        Path file = folder.resolve(name);
        ProfileWriter.write(profile, file);
        return file;
    }
}
