package dev.jprof.report.check.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.Runs;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {
    @TempDir
    private Path folder;

    @Test
    void the_percentage_is_that_of_the_run_with_the_most_calls() throws Exception {
        Runs runs = new Runs(folder).base(called(11)).current(called(84)).current(called(11));

        assertThat(move(runs)).isEqualTo("11 -> 11 to 84 (up to +663.6 %)");
    }

    @Test
    void the_newest_run_of_a_base_whose_code_changed_is_what_counts_are_compared_with() throws Exception {
        Runs runs = new Runs(folder)
                .base(Runs.withCode(1, called(3)))
                .base(Runs.withCode(2, called(4)))
                .current(called(5));

        assertThat(move(runs)).isEqualTo("4 -> 5 (+25.0 %)");
    }

    @Test
    void one_call_more_of_a_million_is_not_nothing() throws Exception {
        assertThat(move(new Runs(folder).base(called(1_000_000)).current(called(1_000_001))))
                .isEqualTo("1,000,000 -> 1,000,001 (below +0.1 %)");
    }

    private static Profile called(int calls) {
        return Runs.profile("a.M.main 1 1", "a.M.main/a.M.f " + calls + " 1");
    }

    private static String move(Runs runs) throws Exception {
        return Wording.move(runs.rule("calls(a.M.f) <= +0%").check().findings().get(0));
    }
}
