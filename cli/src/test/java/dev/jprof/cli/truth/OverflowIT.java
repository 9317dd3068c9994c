package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Call trees that outgrow their budget. */
class OverflowIT {
    private static final String SOURCE = """
            package app;

            public class Wide {
                static int a(int n) { return n == 0 ? 1 : a(n - 1) + b(n - 1); }
                static int b(int n) { return n == 0 ? 1 : a(n - 1) + b(n - 1); }
                static int early() { return a(11); }
                static int late() { return a(12) + seldom(); }
                static int seldom() { return 1; }
                static int fail() { throw new IllegalStateException(); }
                static class Failing {
                    Failing(int n) {}
                    Failing() { this(fail()); }
                }
                static int between(boolean fails) { return caught(fails); }
                static int caught(boolean fails) {
                    try { if (fails) new Failing(); } catch (IllegalStateException e) { return seldom(); }
                    return 0;
                }
                static int all() { return between(false) + early() + late() + between(true); }
                public static void main(String[] args) throws InterruptedException {
                    System.out.println(all());
                    Thread last = new Thread("last") {
                        @Override public void run() { late(); }
                    };
                    last.start();
                    last.join();
                }
            }
            """;

    /** Calls of {@code a} and {@code b}, each of which makes two. */
    private static final int EARLY = (1 << 12) - 1;

    private static final int LATE = (1 << 13) - 1;

    /** {@code all, early, late, between} and {@code caught} twice, {@code seldom} twice, {@code fail} and a constructor. */
    private static final int OTHERS = 3 + 4 + 2 + 2;

    @TempDir
    private Path folder;

    private Profile wide() {
        ChildJvm.Ended ended =
                Target.of(folder, 8, "app.Wide", SOURCE).run(ChildJvm.in(folder).withAgent("nodes=2000"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("6146\n");
        return ended.profile();
    }

    @Test
    void outer_callers_have_all_that_they_called_below_them() {
        Profile profile = wide();
        CallTree tree = profile.tree();
        long[] calls = tree.total(Metric.CALLS);

        int all = node(profile, "all");
        assertThat(calls[all]).isEqualTo(EARLY + LATE + OTHERS);
        assertThat(calls[node(profile, "early")]).isEqualTo(EARLY + 1);
        assertThat(overflows(profile))
                .isNotEmpty()
                .noneMatch(node -> isOfMain(tree, node) && tree.isRoot(tree.parent(node)));
    }

    @Test
    void counts_stay_exact_in_whichever_overflow_row_they_are() {
        Counts counts = Counts.of(wide());

        assertThat(counts.calls("app.Wide.a") + counts.calls("app.Wide.b")).isEqualTo(EARLY + 2 * LATE);
        assertThat(counts.calls("app.Wide.seldom")).isEqualTo(3);
    }

    /** A constructor has no handler of its own before it calls another. */
    @Test
    void what_catches_an_exception_of_calls_that_folded_has_no_error_and_its_callers_neither() {
        Counts counts = Counts.of(wide());

        assertThat(counts.errors("app.Wide.fail")).isEqualTo(1);
        assertThat(counts.errors("app.Wide$Failing.<init>")).isEqualTo(1);
        for (String method : List.of("caught", "between", "all", "main")) {
            assertThat(counts.errors("app.Wide." + method)).as(method).isZero();
        }
    }

    @Test
    void a_thread_that_begins_too_late_has_one_right_below_its_root() {
        Profile profile = wide();
        CallTree tree = profile.tree();

        assertThat(overflows(profile)).anyMatch(node -> !isOfMain(tree, node) && tree.isRoot(tree.parent(node)));
    }

    /** The budget is used up within a and b, which need no class. */
    @Test
    void dividing_the_tree_is_no_time_of_the_method_in_which_it_is_full() {
        Profile profile = wide();
        long[] weaving = profile.tree().column(Metric.WEAVING);

        assertThat(nodes(profile, "a").stream().mapToLong(node -> weaving[node]).sum()
                        + nodes(profile, "b").stream()
                                .mapToLong(node -> weaving[node])
                                .sum())
                .isPositive();
    }

    private static boolean isOfMain(CallTree tree, int node) {
        int above = node;
        while (!tree.isRoot(above)) {
            above = tree.parent(above);
        }
        return above == 0;
    }

    private static int node(Profile profile, String method) {
        return nodes(profile, method).get(0);
    }

    private static List<Integer> overflows(Profile profile) {
        return nodes(profile, "[overflow]");
    }

    private static List<Integer> nodes(Profile profile, String method) {
        CallTree tree = profile.tree();
        return IntStream.range(0, tree.size())
                .filter(node -> !tree.isRoot(node)
                        && profile.methods().get(tree.method(node)).name().equals(method))
                .boxed()
                .toList();
    }
}
