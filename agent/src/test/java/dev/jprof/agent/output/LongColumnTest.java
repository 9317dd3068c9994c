package dev.jprof.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LongColumnTest {
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final LongColumn column = new LongColumn(4);

    @Test
    void keeps_numbers_of_any_size_and_grows() {
        for (int place = 0; place < NUMBERS.length; place++) {
            column.put(place, NUMBERS[place]);
        }

        assertThat(column.toArray(NUMBERS.length)).isEqualTo(NUMBERS);
        assertThat(column.of(1_000)).isZero();
    }

    @Test
    void numbers_grow_past_four_bytes_and_shrink_again() {
        column.add(2, Integer.MAX_VALUE);
        column.add(2, 1);
        assertThat(column.of(2)).isEqualTo(Integer.MAX_VALUE + 1L);

        column.put(2, 7);
        assertThat(column.toArray(4)).containsExactly(0, 0, 7, 0);
    }

    @Test
    void what_is_cut_off_is_nothing_when_it_comes_back() {
        column.put(1, 5);
        column.put(2, Long.MAX_VALUE);
        column.cut(2);

        column.add(2, 3);
        assertThat(column.toArray(3)).containsExactly(0, 5, 3);
    }

    @Test
    void a_column_without_numbers_is_written_as_zeros() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(out);
        column.write(json.beginObject(), "errors", 3);
        json.endObject().flush();

        assertThat(new String(out.toByteArray(), StandardCharsets.US_ASCII)).isEqualTo("{\"errors\":[0,0,0]\n}");
    }
}
