package dev.jprof.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.Trees;
import dev.jprof.report.view.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final Restriction ALL = Restriction.parse("1.0");

    @Test
    void more_calls_of_a_callee_are_told_in_a_sentence() {
        Diff diff = diff(
                Trees.of("main/load 10 1000", "main/load/next 100 4000"),
                Trees.of("main/load 10 1000", "main/load/next 310 12400"));

        assertThat(sentences(diff))
                .containsExactly(
                        "load +168 % (+8.400us): calls next 3.1 times as often; time per call unchanged",
                        "next +210 % (+8.400us): called 3.1 times as often (100 -> 310); time per call unchanged");
    }

    @Test
    void slower_code_that_is_the_same_is_told_from_code_that_changed() {
        Profile base = Trees.of("main/load 10 1000", "main/load/next 100 4000");
        Profile slower = Trees.of("main/load 10 1380", "main/load/next 100 4000");

        assertThat(sentences(diff(hashed(base, 5), hashed(slower, 5))))
                .containsExactly("load +7.6 % (+380ns): its own code, unchanged, takes 38 % longer");
        assertThat(sentences(diff(hashed(base, 5), hashed(slower, 6))))
                .startsWith("load +7.6 % (+380ns): its own code, which has changed, takes 38 % longer");
        assertThat(diff(hashed(base, 5), hashed(slower, 6)).tally()).isEqualTo(new Diff.Tally(0, 0, 2, 0));
        assertThat(diff(hashed(base, 5), hashed(slower, 5)).tally()).isEqualTo(new Diff.Tally(0, 0, 0, 1));
        assertThat(diff(hashed(base, 0), hashed(slower, 6)).methods())
                .extracting(DiffRow::code)
                .containsOnly(Code.UNKNOWN);
    }

    @Test
    void where_calls_alone_are_compared_what_took_longer_has_not_moved() {
        Profile base = Trees.of("main/load 10 1000", "main/load/next 100 4000");
        Profile slower = Trees.of("main/load 10 1380", "main/load/next 101 4000");

        assertThat(Diff.of(sides(base, slower), DiffOrder.CALLS, List.of(ALL), true)
                        .tally()
                        .moved())
                .isEqualTo(1);
    }

    @Test
    void what_is_new_and_what_is_gone_is_said() {
        Diff diff = diff(Trees.of("main/a 1 10", "main/a/old 1 500"), Trees.of("main/a 1 10", "main/a/young 2 70"));

        assertThat(diff.methods())
                .extracting(DiffRow::printed, row -> row.code().word())
                .contains(tuple("young", "new"), tuple("old", "gone"));
        assertThat(sentences(diff)).contains("young is new: 2 calls, 70ns", "old is gone: it took 500ns");
        assertThat(sentences(diff))
                .anySatisfy(sentence -> assertThat(sentence).contains("no longer calls old; now calls young"));
    }

    @Test
    void renumbered_lambdas_and_moved_lines_are_no_change() {
        Profile base = Trees.of("main/lambda$f$0 3 10", "main/lambda$f$0/g 3 10", "main/lambda$h$1 1 7");
        Profile moved = Trees.of("main/lambda$h$4 1 7", "main/lambda$f$9 3 10", "main/lambda$f$9/g 3 10");
        Diff diff = diff(base, lines(moved, 40));

        assertThat(diff.methodsMoved()).isZero();
        assertThat(diff.pathsMoved()).isZero();
    }

    @Test
    void threads_of_other_names_are_no_change() {
        Diff diff = diff(
                Trees.of("pool-1/f 3 10", "pool-2/f 4 20", "pool-2/f/g 1 1"),
                Trees.of("pool-7/f 7 30", "pool-8/f/g 1 1"));

        assertThat(diff.methodsMoved() + diff.pathsMoved()).isZero();
    }

    @Test
    void a_class_of_another_name_with_the_same_methods_is_the_same_one() {
        Profile base = inClass(Trees.of("main/a 1 10", "main/a/b 1 20", "main/a/c 1 30"), "x.Old");
        Profile renamed = inClass(Trees.of("main/a 1 10", "main/a/b 1 90", "main/a/c 1 30"), "x.Young");
        Profile other = inClass(Trees.of("main/a 1 10", "main/p 1 90", "main/q 1 30"), "x.Young");

        Sides sides = sides(base, renamed);
        assertThat(sides.otherNames().classes()).containsExactly(Map.entry("x.Young", "x.Old"));
        assertThat(Diff.of(sides, DiffOrder.SELF, List.of(ALL), false)
                        .methods()
                        .get(0)
                        .printed())
                .isEqualTo("x.Young.b");
        assertThat(sides(base, other).otherNames().classes()).isEmpty();
    }

    @Test
    void causes_of_every_method_and_path_add_up_however_it_recurses() {
        for (long seed = 0; seed < 200; seed++) {
            Diff diff = diff(recursive(seed), recursive(seed + 1000));

            assertThat(diff.methods()).isNotEmpty();
            for (List<DiffRow> rows : List.of(diff.methods(), diff.paths())) {
                for (DiffRow row : rows) {
                    assertThat(row.causes().stream().mapToLong(Cause::nanos).sum())
                            .as("seed %d, %s", seed, row.printed())
                            .isEqualTo(row.ofTotal().delta());
                    assertThat(row.causes())
                            .as("seed %d, %s", seed, row.printed())
                            .noneMatch(cause -> cause.kind() == Cause.Kind.MEDIANS);
                }
            }
        }
    }

    @Test
    void totals_are_those_of_the_method_table() {
        for (long seed = 0; seed < 50; seed++) {
            Profile base = RandomProfiles.profile(seed);
            Profile current = RandomProfiles.profile(seed + 500);
            RunMetrics before = RunMetrics.of(base);
            RunMetrics after = RunMetrics.of(current);
            Diff diff = Diff.of(sides(base, current), DiffOrder.TOTAL, List.of(ALL), false);

            assertThat(diff.self().base()).isEqualTo(before.self());
            assertThat(diff.self().current()).isEqualTo(after.self());
            long moved = after.methods().values().stream()
                            .mapToLong(MethodMetrics::total)
                            .sum()
                    - before.methods().values().stream()
                            .mapToLong(MethodMetrics::total)
                            .sum();
            assertThat(diff.methods().stream()
                            .mapToLong(row -> row.ofTotal().delta())
                            .sum())
                    .isEqualTo(moved);
        }
    }

    @Test
    void of_several_runs_medians_are_compared_and_noise_is_known() {
        Sides sides = new Sides();
        for (long self : new long[] {100, 104, 900, 96, 102}) {
            sides.addBase(Run.of(Trees.of("main/f 5 " + self, "main/g 5 50")));
        }
        for (long self : new long[] {101, 103, 99}) {
            sides.addCurrent(Run.of(Trees.of("main/f 5 " + self, "main/g 5 80")));
        }
        Diff diff = Diff.of(sides, DiffOrder.TOTAL, List.of(ALL), false);

        assertThat(diff.methods()).extracting(DiffRow::printed).containsExactly("g", "f");
        Change f = diff.methods().get(1).ofSelf();
        assertThat(f.base()).isEqualTo(102);
        assertThat(f.current()).isEqualTo(101);
        assertThat(f.noise()).isEqualTo(Math.hypot(2, 1));
        assertThat(f.isNoise()).isTrue();
        assertThat(diff.methods().get(0).ofSelf().isNoise()).isFalse();
        assertThat(sides.middleOfBase()).isEqualTo(4);
        assertThat(sides.middleOfCurrent()).isZero();
    }

    /** Halves of counts that there are none of would be time that nobody took. */
    @Test
    void of_an_even_number_of_runs_counts_and_times_are_those_of_the_lower_in_the_middle() {
        Sides sides = new Sides();
        sides.addBase(Run.of(Trees.of("main/a 1 9", "main/a/query 10 1000")));
        sides.addBase(Run.of(Trees.of("main/a 1 9", "main/a/query 10 1000")));
        sides.addCurrent(Run.of(Trees.of("main/a 1 9", "main/a/query 13 1300")));
        sides.addCurrent(Run.of(Trees.of("main/a 1 9", "main/a/query 12 1200")));

        assertThat(sentences(Diff.of(sides, DiffOrder.TOTAL, List.of(ALL), false)))
                .contains("query +20 % (+200ns): called 20 % more often (10 -> 12); time per call unchanged");
    }

    @Test
    void limits_apply_to_methods_and_paths_alike() {
        Sides sides = sides(
                Trees.of("main/a 1 10", "main/a/b 1 10", "main/c 1 10"),
                Trees.of("main/a 1 20", "main/a/b 1 30", "main/c 1 40"));
        Diff diff = Diff.of(sides, DiffOrder.SELF, List.of(Restriction.parse("a"), Restriction.parse("1")), false);

        assertThat(diff.methods()).extracting(DiffRow::printed).containsExactly("a");
        assertThat(diff.paths()).extracting(DiffRow::printed).containsExactly("a > b");
        assertThat(diff.methodsMoved()).isEqualTo(3);
    }

    private static Diff diff(Profile base, Profile current) {
        return Diff.of(sides(base, current), DiffOrder.CAUSE, List.of(ALL), false);
    }

    private static Sides sides(Profile base, Profile current) {
        Sides sides = new Sides();
        sides.addBase(Run.of(base));
        sides.addCurrent(Run.of(current));
        return sides;
    }

    private static List<String> sentences(Diff diff) {
        Sentences sentences = new Sentences(diff);
        return diff.methods().stream().map(sentences::of).toList();
    }

    /** A few methods that call each other at random, deep. */
    private static Profile recursive(long seed) {
        Random random = new Random(seed);
        List<String> paths = new ArrayList<>(List.of("main"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String path = paths.get(random.nextInt(paths.size())) + "/" + (char) ('a' + random.nextInt(4));
            if (!paths.contains(path)) {
                paths.add(path);
                lines.add(path + " " + random.nextInt(5) + " " + random.nextInt(1000));
            }
        }
        return Trees.of(lines.toArray(String[]::new));
    }

    private static Profile hashed(Profile profile, long hash) {
        return withMethods(
                profile,
                method -> new Method(
                        method.className(), method.name(), method.descriptor(), "", 0, method.kind(), true, hash));
    }

    private static Profile lines(Profile profile, int line) {
        return withMethods(
                profile,
                method -> new Method(
                        method.className(), method.name(), method.descriptor(), "F.java", line, method.kind(), true));
    }

    private static Profile inClass(Profile profile, String className) {
        return withMethods(
                profile,
                method -> new Method(className, method.name(), method.descriptor(), "", 0, method.kind(), true));
    }

    private static Profile withMethods(Profile profile, UnaryOperator<Method> change) {
        List<Method> methods = profile.methods().stream().map(change).toList();
        return new Profile(profile.meta(), methods, profile.threads(), profile.tree());
    }
}
