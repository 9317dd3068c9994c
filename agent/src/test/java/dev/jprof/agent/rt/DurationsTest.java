package dev.jprof.agent.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void a_call_that_ends_twice_counts_once() {
        Durations durations = new Durations();
        durations.begin(1);
        durations.start(1_000);
        durations.end(1, 3_000);
        durations.end(1, 9_000);

        Histogram calls = Objects.requireNonNull(durations.early());
        assertThat(calls.samples()).isEqualTo(1);
        assertThat(calls.max()).isLessThanOrEqualTo(2_000);
    }
}
