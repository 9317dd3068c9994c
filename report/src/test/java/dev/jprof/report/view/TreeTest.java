package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.model.Trees;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
    @Test
    void the_dearest_child_comes_first_and_the_cheap_ones_are_summed_up_last() {
        Profile profile = Trees.of("main/a 1 0", "main/a/b 5 1", "main/a/c 1 98", "main/a/d 7 1", "main/a/d/e 100 0");

        assertThat(Tree.of(profile, 2, Tree.DEAREST).lines())
                .extracting(
                        TreeLine::name,
                        TreeLine::depth,
                        line -> line.row().calls(),
                        line -> line.row().stats().total())
                .containsExactly(
                        tuple("main", 0, 0L, 100L),
                        tuple("a", 1, 1L, 100L),
                        tuple("c", 2, 1L, 98L),
                        tuple("[2 cheaper call paths]", 2, 112L, 2L));
    }

    @Test
    void siblings_follow_the_order_that_is_asked_for_and_what_is_cheap_stays_last() {
        Profile profile = Trees.of("main/a 1 0", "main/a/b 5 30", "main/a/c 1 60", "main/a/d 7 30", "main/a/e 100 1");

        assertThat(Tree.of(profile, 2, SortOrder.parse(List.of("calls"), false)).lines())
                .extracting(TreeLine::name)
                .containsExactly("main", "a", "d", "b", "c", "[1 cheaper call path]");
        assertThat(Tree.of(profile, 2, SortOrder.parse(List.of("p99"), false)).lines())
                .extracting(TreeLine::name)
                .containsExactly("main", "a", "c", "d", "b", "[1 cheaper call path]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 50, 100})
    void no_call_and_no_nanosecond_is_lost_by_pruning(int minPercent) {
        for (int seed = 0; seed < 200; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            Tree tree = Tree.of(profile, minPercent, Tree.DEAREST);

            long calls = 0;
            long self = 0;
            for (TreeLine line : tree.lines()) {
                calls += line.row().calls();
                self += line.isCall()
                        ? line.row().stats().self()
                        : line.pruned() > 0 ? line.row().stats().total() : 0;
            }

            assertThat(calls).as("seed " + seed).isEqualTo(tree.summary().calls());
            assertThat(self).as("seed " + seed).isEqualTo(tree.summary().self());
        }
    }

    @Test
    void a_recursion_of_two_hundred_thousand_calls_needs_no_deep_stack() {
        int size = 200_000;
        int[] parent = new int[size];
        Arrays.setAll(parent, node -> node - 1);
        int[] method = new int[size];
        method[0] = -1;
        long[] ones = new long[size];
        Arrays.fill(ones, 1, size, 1);
        CallTree tree = new CallTree(parent, method, Map.of(Metric.CALLS, ones, Metric.SELF, ones));
        Method down = new Method("a.B", "down", "()V", "", 0, Method.Kind.JAVA, true);
        Profile profile = new Profile(new Meta(Map.of()), List.of(down), List.of(new ThreadRow("main", 1, 0, 1)), tree);

        assertThat(Tree.of(profile, 0, Tree.DEAREST).lines()).hasSize(size);
    }
}
