package dev.jprof.report.check;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.RulesFile;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that are written for a program hold for the profile that they are written from, with those in comments too. */
class FirstRulesTest {
    @TempDir
    private Path folder;

    @Test
    void of_counted_calls() throws Exception {
        assertThat(rules(
                        profile("a.B.main 1 5000", "a.B.main/a.B.load 2 3000", "a.B.main/a.B.load/a.Dao.find 6 90000")))
                .containsExactly(
                        "calls(a.*) <= +0%",
                        "calls(a.Dao.find) <= 6",
                        "self(a.Dao.find) <= +10%",
                        "self(a.B.main) <= +10%",
                        "self(a.B.load) <= +10%",
                        "calls(a.*) <= +0%");
    }

    @Test
    void of_overloads_together() throws Exception {
        assertThat(rules(profile("a.B.f(I)V 4 5000", "a.B.f(J)V 4 3000", "a.B.g 7 90")))
                .contains("calls(a.B.f) <= 8");
    }

    @Test
    void of_samples() throws Exception {
        assertThat(rules(SampleProfiles.sampled()))
                .hasSizeGreaterThan(2)
                .allSatisfy(rule -> assertThat(rule).startsWith("share("))
                .first()
                .isEqualTo("share(com.acme.Work.add) <= 25%");
    }

    @Test
    void of_any_language_and_no_package() throws Exception {
        assertThat(rules(profile("gr\u00f6\u00dfe.Gr\u00f6\u00dfe.z\u00e4hle 3 5000")))
                .startsWith(
                        "calls(gr\u00f6\u00dfe.*) <= +0%", "calls(gr\u00f6\u00dfe.Gr\u00f6\u00dfe.z\u00e4hle) <= 3");
        assertThat(rules(profile("Main.main 1 5000"))).startsWith("calls(*) <= +0%");
    }

    private List<String> rules(Profile profile) throws Exception {
        String text = FirstRules.of(profile, "profile.json");
        Runs written = new Runs(folder).base(profile).current(profile).rules(RulesFile.parse("jprof.yml", text));
        assertThat(written.check().verdict()).isEqualTo(CheckVerdict.FINE);
        String whole = text.replaceAll("(?m)^  # (?=-|  )", "  ").replace("YEAR-MONTH-DAY", "2027-01-31");
        List<Rule> all = RulesFile.parse("jprof.yml", whole);
        assertThat(new Runs(folder)
                        .base(profile)
                        .current(profile)
                        .rules(all)
                        .check()
                        .with(Outcome.REGRESSION))
                .isEmpty();
        return all.stream().map(Rule::text).toList();
    }
}
