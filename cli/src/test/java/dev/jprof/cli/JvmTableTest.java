package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmTableTest {
    @ParameterizedTest
    @CsvSource({
        "-3, 0 s",
        "59, 59 s",
        "60, 1 m 00 s",
        "3599, 59 m 59 s",
        "7500, 2 h 05 m",
        "86400, 1 d 0 h",
        "900000, 10 d 10 h"
    })
    void uptime_has_its_two_largest_units(long seconds, String text) {
        assertThat(JvmTable.uptime(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "40, one two three four five six, one two three four five six",
        "30, one two three four five six, one two three four|          five six",
        "25, one two three four five six, one two three four five six",
        "30, a-word-that-is-longer-than-the-room it has, a-word-that-is-longer-than-the-room|          it has"
    })
    void sentences_are_broken_between_words_where_there_is_room(int columns, String text, String lines) {
        assertThat(Wrapped.behind(10, text, columns)).isEqualTo(lines.replace('|', '\n'));
    }
}
