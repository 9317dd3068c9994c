package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What weaving and new paths add to the estimated slowdown, and what they take of the time of methods. */
class SetupTimeIT {
    private static final int CLASSES = 500;

    /** Some calls are made of many classes, in little of the three seconds. */
    private static final String SOURCE = """
            package app;

            import dev.jprof.api.Jprof;
            import dev.jprof.api.Session;

            public class Many {
                public static void main(String[] args) throws Exception {
                    load(0, %1$d);
                    for (int i = 0; i < 1_000; i++) Of0.f(i);
                    Thread.sleep(3_000);
                    if (args.length > 0) inSession();
                }

                static void load(int from, int to) throws Exception {
                    for (int i = from; i < to; i++) Class.forName("app.Many$Of" + i);
                }

                static void inSession() throws Exception {
                    Session session = Jprof.profile("late");
                    load(%1$d, %1$d + 1);
                    session.stop().write(java.nio.file.Paths.get("late.json"));
                }
                %2$s
            }
            """;

    @TempDir
    private Path folder;

    private ChildJvm.Ended run(String options, String... arguments) {
        String classes = IntStream.rangeClosed(0, CLASSES)
                .mapToObj(i -> "static class Of" + i
                        + " { static int f(int x) { return g(x); } static int g(int x) { return x + " + i + "; } }")
                .collect(Collectors.joining("\n"));
        ChildJvm.Ended ended = Target.of(folder, 8, "app.Many", SOURCE.formatted(CLASSES, classes), Built.jar("api"))
                .run(ChildJvm.in(folder).withAgent(options), arguments);
        assertThat(ended.err()).isEmpty();
        return ended;
    }

    private Map<String, Object> meta(String options) {
        return run(options).profile().meta().values();
    }

    private static double number(Map<String, Object> meta, String key) {
        return ((Number) meta.get(key)).doubleValue();
    }

    private static long weaving(Profile profile) {
        return LongStream.of(profile.tree().column(Metric.WEAVING)).sum();
    }

    private static long self(Profile profile, String method) {
        return MethodTable.of(profile).rows().stream()
                .filter(row -> row.method().name().equals(method))
                .mapToLong(MethodStats::self)
                .sum();
    }

    @Test
    void it_is_measured_and_less_than_the_whole() {
        Map<String, Object> meta = meta("");

        assertThat(number(meta, "setupNs")).isBetween(1e6, number(meta, "wallNs"));
    }

    /** What is recorded takes a millisecond, less than weaving, which is little of the three seconds. */
    @Test
    void of_classes_that_others_load_it_is_a_share_of_the_whole_time() {
        Map<String, Object> meta = meta("include=app.Many$*");

        assertThat(number(meta, "setupNs")).isGreaterThan(1e6);
        assertThat(number(meta, "slowdown")).isLessThan(10);
    }

    @Test
    void it_is_taken_out_of_the_time_of_the_method_that_loads() {
        Profile raw = run("").profile();
        Profile corrected = Correction.withProbesRow(Correction.corrected(raw));

        assertThat(weaving(raw)).isBetween(1_000_000L, (long) number(raw.meta().values(), "setupNs"));
        assertThat(self(raw, "load") - self(corrected, "load"))
                .isGreaterThan(weaving(raw) * 9 / 10)
                .isLessThan(self(raw, "load"));
        assertThat(self(corrected, "[probes]")).isGreaterThanOrEqualTo(weaving(raw));
    }

    @Test
    void no_duration_contains_it() {
        Profile profile = run("").profile();
        CallTree tree = profile.tree();
        int load = IntStream.range(0, tree.size())
                .filter(node -> !tree.isRoot(node)
                        && profile.methods().get(tree.method(node)).name().equals("load"))
                .findFirst()
                .orElseThrow();

        long duration = tree.histograms().of(load).max();
        long withoutWeaving = tree.total(load) - weaving(profile);
        assertThat(duration).isPositive().isLessThan(withoutWeaving + weaving(profile) / 10);
    }

    @Test
    void a_session_has_what_fell_into_it() {
        ChildJvm.Ended ended = run("", "session");

        assertThat(weaving(ended.profile("late.json"))).isPositive().isLessThan(weaving(ended.profile()) / 2);
    }
}
