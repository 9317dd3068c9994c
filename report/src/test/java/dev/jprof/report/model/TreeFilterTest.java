package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TreeFilterTest {
    private static final Profile PROFILE = Trees.of(
            "main 0 7",
            "main/a 1 10",
            "main/a/b 2 20",
            "main/a/b/c 3 30",
            "main/a/c 4 40",
            "main/d 5 50",
            "other/d 6 60");

    @Test
    void focus_keeps_the_paths_through_a_match() {
        assertThat(Trees.lines(TreeFilter.focus(PROFILE, named("b"))))
                .containsExactly("main 0 0", "main/a 1 0", "main/a/b 2 20", "main/a/b/c 3 30");
    }

    @Test
    void ignore_drops_a_match_and_what_it_calls() {
        assertThat(Trees.lines(TreeFilter.ignore(PROFILE, named("b"))))
                .containsExactly(
                        "main 0 7", "main/a 1 10", "main/a/c 4 40", "main/d 5 50", "other 0 0", "other/d 6 60");
    }

    @Test
    void hide_gives_time_and_callees_to_the_caller() {
        assertThat(Trees.lines(TreeFilter.hide(PROFILE, named("b"))))
                .containsExactly(
                        "main 0 7", "main/a 1 30", "main/a/c 7 70", "main/d 5 50", "other 0 0", "other/d 6 60");
    }

    @Test
    void hide_below_a_root_gives_time_to_the_root() {
        assertThat(Trees.lines(TreeFilter.hide(PROFILE, named("a"))))
                .containsExactly(
                        "main 0 17",
                        "main/b 2 20",
                        "main/b/c 3 30",
                        "main/c 4 40",
                        "main/d 5 50",
                        "other 0 0",
                        "other/d 6 60");
    }

    @Test
    void threads_are_kept_by_name() {
        Profile kept = TreeFilter.threads(PROFILE, row -> row.name().equals("other"));

        assertThat(Trees.lines(kept)).containsExactly("other 0 0", "other/d 6 60");
        assertThat(kept.threads()).containsExactly(new ThreadRow("other", 2, 0, 1));
    }

    @Test
    void hide_conserves_time_and_focus_and_ignore_share_it_out() {
        for (long seed = 0; seed < 500; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            Predicate<Method> matches = method -> method.name().equals("run");

            long focused = time(TreeFilter.focus(profile, matches));
            long ignored = time(TreeFilter.ignore(profile, matches));

            assertThat(time(TreeFilter.hide(profile, matches)))
                    .as("seed %d", seed)
                    .isEqualTo(time(profile));
            assertThat(focused + ignored).as("seed %d", seed).isEqualTo(time(profile));
        }
    }

    @Test
    void filters_that_match_nothing_change_nothing_but_the_order() {
        for (long seed = 0; seed < 100; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            Profile canonical = TreeFilter.hide(profile, none -> false);

            assertThat(Trees.lines(TreeFilter.ignore(profile, none -> false))).isEqualTo(Trees.lines(canonical));
            assertThat(Trees.lines(TreeFilter.threads(profile, all -> true))).isEqualTo(Trees.lines(canonical));
            assertThat(TreeFilter.focus(profile, none -> false).tree().size()).isZero();
            // Error bars look at single nodes, and equal ones beside each other have become one.
            assertThat(MethodTable.of(canonical).rows())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bars")
                    .isEqualTo(MethodTable.of(profile).rows());
        }
    }

    private static Predicate<Method> named(String name) {
        return method -> method.name().equals(name);
    }

    private static long time(Profile profile) {
        return Arrays.stream(profile.tree().column(Metric.SELF)).sum();
    }
}
