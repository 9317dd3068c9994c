package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final long WOVEN_NANOS = 700;

    /** A thread, in which {@code main} of 1,000 ns calls {@code step} of 500 ns ten times; the cost of probes is not known. */
    private static Profile woven(long ofStep) {
        List<Method> methods = List.of(method("main"), method("step"));
        Map<Metric, long[]> columns = Map.of(
                Metric.CALLS, new long[] {0, 1, 10},
                Metric.SELF, new long[] {90, 1000, 500},
                Metric.WEAVING, new long[] {50, WOVEN_NANOS, ofStep});
        return new Profile(
                new Meta(Map.of()),
                methods,
                List.of(new ThreadRow("main", 1, 0, 1)),
                new CallTree(new int[] {-1, 0, 1}, new int[] {-1, 0, 1}, columns));
    }

    private static Method method(String name) {
        return new Method("com.acme.Main", name, "()V", "Main.java", 1, Method.Kind.JAVA, true);
    }

    private static long[] self(Profile profile) {
        return profile.tree().column(Metric.SELF);
    }

    /** A sampled profile's own metric may be called as one of the probes' is. */
    @Test
    void a_sampled_profile_has_no_row_for_probes() {
        long[] ones = {0, 1};
        CallTree tree =
                new CallTree(new int[] {-1, 0}, new int[] {-1, 0}, Map.of(Metric.SAMPLES, ones, Metric.WEAVING, ones));
        Method method = new Method("A", "m", "()V", "", 0, Method.Kind.JAVA, true);
        Profile profile =
                new Profile(new Meta(Map.of()), List.of(method), List.of(new ThreadRow("main", 1, 0, 1)), tree);

        assertThat(Correction.withProbesRow(Correction.corrected(profile))).isSameAs(profile);
    }

    @Test
    void durations_stay_where_they_are() {
        Profile profile = SampleProfiles.small();

        Profile corrected = Correction.withProbesRow(Correction.corrected(profile));

        assertThat(corrected.tree().histograms().size())
                .isEqualTo(profile.tree().histograms().size())
                .isPositive();
    }

    @Test
    void weaving_is_taken_out_of_methods_and_stands_with_the_probes() {
        Profile corrected = Correction.withProbesRow(Correction.corrected(woven(0)));

        assertThat(self(corrected)).containsExactly(90, 1000 - WOVEN_NANOS, 500, WOVEN_NANOS);
        assertThat(corrected.methods().get(2).name()).isEqualTo("[probes]");
    }

    /** Three paths of 100 calls of 100 ns each; a tick of 1 ms fell on the second of them, and the third was read exactly. */
    @Test
    void the_path_that_a_tick_fell_on_bears_the_cost_of_those_that_none_did() {
        List<Method> methods = List.of(method("main"), method("step"));
        Map<Metric, long[]> columns = Map.of(
                Metric.CALLS, new long[] {0, 1, 1, 1, 100, 100, 100},
                Metric.SELF, new long[] {0, 0, 0, 0, 0, 1_000_000, 900_000},
                Metric.SPREAD, new long[] {0, 0, 0, 0, 0, 1_000_000, 0});
        CallTree tree = new CallTree(new int[] {-1, 0, 1, 2, 1, 2, 3}, new int[] {-1, 0, 0, 0, 1, 1, 1}, columns);
        Map<String, Object> meta = Map.of("probeNs", 400.0, "leafProbeNs", 0.0, "exactProbeNs", 0.0);

        Profile corrected = Correction.corrected(
                new Profile(new Meta(meta), methods, List.of(new ThreadRow("main", 1, 0, 1)), tree));

        assertThat(self(corrected)).containsExactly(0, 0, 0, 0, 0, 1_000_000 - 20_000, 900_000 - 10_000);
    }

    @Test
    void a_new_path_is_its_callers_cost() {
        Profile recorded = woven(0);
        Profile profile = new Profile(
                new Meta(Map.of("newPathNs", 50L)), recorded.methods(), recorded.threads(), recorded.tree());

        assertThat(self(Correction.withProbesRow(Correction.corrected(profile))))
                .containsExactly(90, 1000 - WOVEN_NANOS - 50, 500, WOVEN_NANOS + 50);
    }

    @Test
    void raw_times_contain_it() {
        Profile raw = Correction.withProbesRow(Correction.raw(woven(0)));

        assertThat(self(raw)).containsExactly(90, 1000, 500);
    }

    @Test
    void of_no_method_is_more_taken_than_it_has() {
        Profile recorded = woven(501);

        assertThat(self(Correction.withProbesRow(Correction.corrected(recorded))))
                .containsExactly(90, 1000 - WOVEN_NANOS, 0, WOVEN_NANOS + 500);
        assertThat(recorded.tree().column(Metric.WEAVING)).containsExactly(50, WOVEN_NANOS, 501);
    }
}
