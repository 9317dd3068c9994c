package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathCutsTest {
    private static final Profile PROFILE = SampleProfiles.small();

    @Test
    void expressions_are_tried_on_printed_names() {
        assertThat(printed(cuts(List.of(), List.of("{java.lang.Math.sin}"), List.of(), List.of())))
                .containsExactlyInAnyOrder(
                        "{java.lang.Math.sin}",
                        "com.acme.Pool$Job.run(Pool.java:9)",
                        "com.acme.Main.main(Main.java:12)",
                        "evil.x\\u001b[31m\\u202e");
        assertThat(printed(cuts(List.of(), List.of(), List.of("add\\(int"), List.of())))
                .contains("com.acme.Work.add(long, List[])(Work.java:44)")
                .doesNotContain("com.acme.Work.add(int, int)(Work.java:40)");
    }

    @Test
    void each_repetition_cuts_further() {
        assertThat(printed(cuts(List.of(), List.of("fib", "main"), List.of(), List.of("Main"))))
                .containsExactly("com.acme.Work.fib(Work.java:30)");
        assertThat(printed(cuts(List.of("pool", "main"), List.of(), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void hiding_a_method_keeps_all_time() {
        long before = Summary.of(MethodTable.of(PROFILE)).self();

        Profile cut =
                cuts(List.of(), List.of(), List.of(), List.of("fib", "sin")).apply(PROFILE);

        assertThat(Summary.of(MethodTable.of(cut)).self()).isEqualTo(before);
    }

    @Test
    void what_was_cut_is_said() {
        assertThat(cuts(List.of("a"), List.of("b", "c"), List.of("d"), List.of("it's"))
                        .scope())
                .containsExactly(
                        "only threads <'a'>",
                        "only paths through <'b'>",
                        "only paths through <'c'>",
                        "no paths through <'d'>",
                        "hidden in paths, time with the caller: <\"it's\">");
    }

    @Test
    void a_bad_expression_is_refused() {
        PathCuts cuts = cuts(List.of("["), List.of(), List.of(), List.of());

        assertThatThrownBy(() -> cuts.apply(PROFILE)).isInstanceOf(UsageException.class);
    }

    private static PathCuts cuts(List<String> threads, List<String> focus, List<String> ignore, List<String> hide) {
        return new PathCuts(threads, focus, ignore, hide);
    }

    private static List<String> printed(PathCuts cuts) {
        Profile cut = cuts.apply(PROFILE);
        return Row.of(MethodTable.of(cut), new Names(cut)).stream()
                .map(Row::printed)
                .toList();
    }
}
