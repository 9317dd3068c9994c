package dev.jprof.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.compare.Cause.Kind;
import dev.jprof.report.compare.Decomposition.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    @Test
    void more_calls_of_the_same_cost_are_calls_alone() {
        assertThat(causes(10, 30, new Part(-1, 0, 0, 1000, 3000), new Part(5, 20, 60, 4000, 12_000)))
                .containsExactly("CALLS 10000");
    }

    @Test
    void slower_code_is_self_alone() {
        assertThat(causes(10, 10, new Part(-1, 0, 0, 1000, 3500), new Part(5, 20, 20, 4000, 4000)))
                .containsExactly("SELF 2500");
    }

    @Test
    void a_callee_that_is_called_more_and_one_that_is_slower_have_their_parts() {
        assertThat(causes(10, 10, new Part(5, 20, 60, 4000, 12_000), new Part(6, 10, 10, 500, 600)))
                .containsExactly("CALLEE_CALLS of 5 8000", "CALLEE_TIME of 6 100");
    }

    @Test
    void two_factors_that_both_change_share_what_they_do_together() {
        // 2 calls of 10 become 4 calls of 30: (4 - 2) x 20 for the calls, 3 x (30 - 10) for the time.
        assertThat(causes(2, 4, new Part(-1, 0, 0, 20, 120))).containsExactly("SELF 60", "CALLS 40");
    }

    @Test
    void a_new_callee_and_one_that_is_gone_are_calls() {
        assertThat(causes(10, 10, new Part(5, 0, 7, 0, 700), new Part(6, 3, 0, 90, 0)))
                .containsExactly("CALLEE_CALLS of 5 700", "CALLEE_CALLS of 6 -90");
    }

    @Test
    void a_method_that_one_side_does_not_call_is_due_to_its_calls() {
        assertThat(causes(0, 3, new Part(-1, 0, 0, 0, 50), new Part(5, 0, 9, 0, 900)))
                .containsExactly("CALLS 950");
        assertThat(causes(3, 0, new Part(-1, 0, 0, 50, 0), new Part(5, 9, 0, 900, 0)))
                .containsExactly("CALLS -950");
    }

    @Test
    void a_row_that_nobody_calls_has_its_time_for_a_cause() {
        assertThat(causes(0, 0, new Part(-1, 0, 0, 50, 70))).containsExactly("SELF 20");
    }

    @Test
    void what_medians_leave_is_said() {
        List<Cause> causes = Decomposition.of(1, 1, 100, List.of(new Part(-1, 0, 0, 10, 70)));

        assertThat(causes)
                .extracting(Cause::kind, Cause::nanos)
                .containsExactly(tuple(Kind.SELF, 60L), tuple(Kind.MEDIANS, 40L));
    }

    @Test
    void causes_add_up_to_the_nanosecond_and_turn_their_signs_with_the_sides() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            List<Part> parts = new ArrayList<>();
            List<Part> turned = new ArrayList<>();
            long delta = 0;
            for (int callee = -1; callee < random.nextInt(6); callee++) {
                Part part = new Part(
                        callee,
                        callee < 0 ? 0 : count(random),
                        callee < 0 ? 0 : count(random),
                        nanos(random),
                        nanos(random));
                parts.add(part);
                turned.add(
                        new Part(callee, part.currentCalls(), part.baseCalls(), part.currentTime(), part.baseTime()));
                delta += part.currentTime() - part.baseTime();
            }
            long before = count(random);
            long after = count(random);
            List<Cause> causes = Decomposition.of(before, after, delta, parts);
            List<Cause> back = Decomposition.of(after, before, -delta, turned);

            assertThat(causes.stream().mapToLong(Cause::nanos).sum())
                    .as("round %d", round)
                    .isEqualTo(delta);
            assertThat(causes).extracting(Cause::kind).doesNotContain(Kind.MEDIANS);
            for (Cause cause : causes) {
                long other = back.stream()
                        .filter(it -> it.kind() == cause.kind() && it.callee() == cause.callee())
                        .mapToLong(Cause::nanos)
                        .sum();
                assertThat(Math.abs(cause.nanos() + other))
                        .as("round %d", round)
                        .isLessThan(20);
            }
        }
    }

    private static long count(Random random) {
        return random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(1_000_000);
    }

    private static long nanos(Random random) {
        return random.nextInt(5) == 0 ? 0 : random.nextLong(10_000_000_000_000L);
    }

    private static List<String> causes(long baseCalls, long currentCalls, Part... parts) {
        long delta = 0;
        for (Part part : parts) {
            delta += part.currentTime() - part.baseTime();
        }
        return Decomposition.of(baseCalls, currentCalls, delta, List.of(parts)).stream()
                .map(cause -> cause.kind() + (cause.callee() < 0 ? "" : " of " + cause.callee()) + " " + cause.nanos())
                .toList();
    }
}
