package dev.jprof.report.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Method.Kind;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.view.UsageException;
import dev.jprof.report.view.format.Golden;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefereeTest {
    private static final Method MAIN = java("app.Main", "main");
    private static final Method WORK = java("app.Main", "work");
    private static final Method TINY = java("app.Main", "tiny");
    private static final Method WAIT = java("app.Main", "await");
    private static final Method LEAF = new Method("app.Main", "leaf", "()V", "", 0, Kind.JAVA, false);
    private static final Method SORT = java("java.util.Arrays", "sort");

    /** main 1 s, work 5 s, tiny 3 s, await 1 s of 9 that it waited; a leaf has no time. */
    private static Profile instrumented() {
        long second = 1_000_000_000;
        return profile(
                List.of(MAIN, WORK, TINY, WAIT, LEAF),
                new int[] {-1, 0, 1, 1, 1, 2},
                new int[] {-1, 0, 1, 2, 3, 4},
                Map.of(
                        Metric.CALLS, new long[] {0, 1, 10, 1_000_000, 3, 50},
                        Metric.SELF, new long[] {0, second, 5 * second, 3 * second, 9 * second, 0},
                        Metric.WAITING, new long[] {0, 0, 0, 0, 8 * second, 0}));
    }

    /** Sorting and the leaf are work's, and what has no caller of the program's is nobody's. */
    private static Profile sampled(long main, long work, long sort, long leaf, long tiny, long await) {
        long[] samples = {0, main, work, sort, leaf, tiny, await, 7};
        return profile(
                List.of(MAIN, WORK, SORT, LEAF, TINY, WAIT),
                new int[] {-1, 0, 1, 2, 2, 1, 1, 0},
                new int[] {-1, 0, 1, 2, 3, 4, 5, 2},
                Map.of(Metric.SAMPLES, samples, Metric.SAMPLED, samples));
    }

    @Test
    void shares_that_fit_are_not_marked() {
        Referee referee = Referee.of(instrumented(), sampled(102, 300, 150, 60, 292, 96));

        assertThat(referee.distorted()).isZero();
        assertThat(referee.samples()).isEqualTo(1000);
        assertThat(referee.elsewhere()).isEqualTo(7);
        assertThat(referee.runningNanos()).isEqualTo(10_000_000_000L);
        assertThat(referee.rows())
                .extracting(row -> row.method().name(), row -> row.sampled().met(), RefereeRow::share)
                .containsExactly(
                        tuple("work", 510, 0.5),
                        tuple("tiny", 292, 0.3),
                        tuple("main", 102, 0.1),
                        tuple("await", 96, 0.1));
    }

    @Test
    void a_method_that_the_probes_make_too_large_is_marked() throws IOException {
        Referee referee = Referee.of(instrumented(), sampled(120, 500, 160, 60, 50, 110));

        assertThat(referee.rows())
                .filteredOn(row -> row.ruling() != Ruling.FITS)
                .extracting(row -> row.method().name() + " " + row.ruling().word())
                .containsExactly("work too small", "tiny too large");
        StringWriter out = new StringWriter();
        new RefereeText(referee, 20, false).text(out);
        Golden.check("referee.txt", out.toString());
    }

    @Test
    void a_program_reads_shares_and_rulings() throws IOException {
        Referee referee = Referee.of(instrumented(), sampled(120, 500, 160, 60, 50, 110));
        StringWriter out = new StringWriter();

        Json.write(out, new RefereeText(referee, 20, false)::json);

        Golden.check("referee.json", out.toString().replace("},{", "},\n{").replace("[{", "[\n{") + "\n");
    }

    @Test
    void overloads_are_one_where_stacks_know_no_descriptors() {
        Profile sampled = profile(
                List.of(new Method("app.Main", "work", "", "", 0, Kind.JAVA, true)),
                new int[] {-1, 0},
                new int[] {-1, 0},
                Map.of(Metric.SAMPLES, new long[] {0, 20}));

        assertThat(Referee.of(instrumented(), sampled).rows())
                .filteredOn(row -> row.method().name().equals("work"))
                .extracting(row -> row.sampled().met())
                .containsExactly(20);
    }

    /** 1, 5, 3 and 9 s of 18. */
    @Test
    void samples_of_wall_time_are_compared_with_time_that_has_the_waiting_in_it() {
        Profile sampled = sampled(56, 150, 100, 28, 166, 500);
        Profile wall = new Profile(
                new Meta(Map.of("event", "profiler.WallClockSample", "clock", "wall")),
                sampled.methods(),
                sampled.threads(),
                sampled.tree());

        assertThat(Referee.of(instrumented(), sampled).distorted()).isPositive();
        Referee referee = Referee.of(instrumented(), wall);
        assertThat(referee.distorted()).isZero();
        assertThat(referee.runningNanos()).isEqualTo(18_000_000_000L);
    }

    @Test
    void waiting_for_sockets_is_in_wall_time_alone() {
        Profile sampled = sampled(120, 500, 160, 60, 50, 110);
        Profile times = instrumented();
        Profile cpu = new Profile(new Meta(Map.of("clock", "cpu")), times.methods(), times.threads(), times.tree());

        assertThat(Referee.of(times, sampled).hasUnseenWaiting()).isTrue();
        assertThat(Referee.of(cpu, sampled).hasUnseenWaiting()).isFalse();
    }

    @Test
    void two_of_a_kind_and_strangers_are_refused() {
        Profile instrumented = instrumented();
        Profile sampled = sampled(1, 1, 1, 1, 1, 1);
        Profile stranger =
                profile(List.of(SORT), new int[] {-1, 0}, new int[] {-1, 0}, Map.of(Metric.SAMPLES, new long[] {0, 5}));

        assertThatThrownBy(() -> Referee.of(sampled, instrumented)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Referee.of(instrumented, instrumented)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Referee.of(instrumented, stranger))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("same program");
    }

    private static Profile profile(List<Method> methods, int[] parent, int[] method, Map<Metric, long[]> columns) {
        return new Profile(
                new Meta(Map.of("event", "jdk.ExecutionSample")),
                methods,
                List.of(new ThreadRow("main", 1, 0, 1)),
                new CallTree(parent, method, columns));
    }

    private static Method java(String className, String name) {
        return new Method(className, name, "()V", "", 0, Kind.JAVA, true);
    }
}
