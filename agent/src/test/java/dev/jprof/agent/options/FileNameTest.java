package dev.jprof.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FileNameTest {
    private static final long START = LocalDateTime.of(2026, 3, 4, 5, 6, 7)
            .atZone(ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();

    @Test
    void process_id_and_start_time_are_filled_in() {
        assertThat(FileName.fill("p-%p-%t.json", 42, START)).isEqualTo("p-42-20260304-050607.json");
        assertThat(FileName.fill("%p%p", 42, START)).isEqualTo("4242");
    }

    @Test
    void two_per_cent_signs_are_one_and_nothing_behind_them_is_filled_in() {
        assertThat(FileName.fill("%%p-%%%p-%%t.json", 42, START)).isEqualTo("%p-%42-%t.json");
        assertThat(FileName.fill(FileName.literally("100%-%p%%t"), 42, START)).isEqualTo("100%-%p%%t");
    }

    @Test
    void anything_else_is_left_alone() {
        assertThat(FileName.fill("100%-%x.json", 42, START)).isEqualTo("100%-%x.json");
    }
}
