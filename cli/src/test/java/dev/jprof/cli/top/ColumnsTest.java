package dev.jprof.cli.top;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final String WIDE = "a.\u65e5\u672c.\ud83d\ude00b";

    @Test
    void letters_of_east_asia_and_pictures_take_two() {
        assertThat(Columns.of(WIDE)).isEqualTo(10);
        assertThat(Columns.of("com.acme.Main")).isEqualTo(13);
    }

    @Test
    void no_letter_is_halved() {
        for (int columns = 0; columns <= 10; columns++) {
            assertThat(Columns.of(Columns.first(WIDE, columns))).isBetween(columns - 1, columns);
            assertThat(Columns.of(Columns.last(WIDE, columns))).isBetween(columns - 1, columns);
            assertThat(WIDE).startsWith(Columns.first(WIDE, columns)).endsWith(Columns.last(WIDE, columns));
        }
        assertThat(Columns.last(WIDE, 3)).isEqualTo("\ud83d\ude00b");
    }
}
