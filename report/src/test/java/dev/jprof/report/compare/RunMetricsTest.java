package dev.jprof.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.model.Trees;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
    @Test
    void methods_have_the_numbers_of_the_table() {
        Profile profile = SampleProfiles.small();
        RunMetrics run = RunMetrics.of(profile);

        assertThat(run.methods().values())
                .extracting(method -> method.stats().costs())
                .containsExactlyElementsOf(MethodTable.of(profile).rows().stream()
                        .map(row -> row.costs())
                        .toList());
    }

    @Test
    void lambdas_of_one_method_are_one_and_their_recursion_is_counted_once() {
        Profile profile =
                Trees.of("main/lambda$f$0 1 10", "main/lambda$f$0/g 1 1", "main/lambda$f$0/g/lambda$f$1 5 100");

        assertThat(metrics(profile, "lambda$f").stats().costs()).isEqualTo(new Costs(6, 1, 110, 111));
        assertThat(RunMetrics.of(profile).self()).isEqualTo(111);
    }

    @Test
    void a_method_without_measured_calls_has_no_percentile() {
        assertThat(metrics(Trees.of("main/f 1 10"), "f").p99()).isNaN();
    }

    private static MethodMetrics metrics(Profile profile, String name) {
        MethodMetrics metrics = RunMetrics.of(profile).methods().get(new MethodKey(Method.Kind.JAVA, "", name, ""));
        assertThat(metrics).isNotNull();
        return metrics;
    }
}
