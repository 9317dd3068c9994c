package dev.jprof.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5000",
        "0.5, 500",
        ".5, 500",
        "5., 5000",
        "500ms, 500",
        "2s, 2000",
        "1m, 60000",
        "1.5m, 90000",
        "0.0001, 1",
        "'', -1",
        "ms, -1",
        "., -1",
        "1h, -1",
        "-1, -1",
        "+1, -1",
        "1e3, -1",
        "NaN, -1",
        "1.2.3, -1",
        "' 5', -1",
        "٣, -1"
    })
    void span_is_milliseconds(String text, long millis) {
        assertThat(TimeSpan.millis(text)).isEqualTo(millis);
    }
}
