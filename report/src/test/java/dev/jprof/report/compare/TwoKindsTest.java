package dev.jprof.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.compare.format.DiffHead;
import dev.jprof.report.compare.format.DiffText;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.match.OtherNames;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoKindsTest {
    @Test
    void samples_are_not_compared_with_calls() {
        Sides sides = sides(SampleProfiles.small(), SampleProfiles.sampled());

        assertThatThrownBy(sides::comparability)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("instrumented")
                .hasMessageContaining("sampled");
    }

    @Test
    void nor_on_a_page() {
        assertThatThrownBy(() -> HtmlPage.of(SampleProfiles.sampled(), "a", SampleProfiles.small(), "b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("sampled");
    }

    @Test
    void two_sampled_profiles_differ_in_time_alone() throws IOException {
        Sides sides = sides(SampleProfiles.sampled(), SampleProfiles.sampledWithout("rare"));
        Comparability found = sides.comparability();
        Diff diff = Diff.of(sides, DiffOrder.parse("cause"), List.of(), false);
        StringBuilder out = new StringBuilder();

        new DiffText(
                        new DiffHead("a", "b", found, List.of(), List.of(), OtherNames.NONE, false),
                        new Numbers(Unit.S, false),
                        false)
                .write(diff, out);

        assertThat(out.toString())
                .contains("10.000 -> 9.990 seconds")
                .doesNotContain("calls,")
                .doesNotContain("ncalls");
    }

    private static Sides sides(Profile base, Profile current) {
        Sides sides = new Sides();
        sides.addBase(Run.of(base));
        sides.addCurrent(Run.of(current));
        return sides;
    }
}
