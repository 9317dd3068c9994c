package dev.jprof.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LazyRowsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 2001, 50_000})
    void the_first_rows_and_all_rows_are_those_of_a_sorted_list(int size) {
        Random random = new Random(size);
        int[] order = new int[size];
        long[] keys = IntStream.range(0, size)
                .mapToLong(number -> (long) random.nextInt(-50, 50) << 32 | number)
                .toArray();
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] asked = new int[1];
        LazyRows rows = new LazyRows(keys, number -> {
            asked[0] = number;
            return null;
        });

        for (int i = 0; i < size; i++) {
            rows.get(i);
            order[i] = asked[0];
        }
        assertThat(rows).hasSize(size);
        assertThat(order)
                .isEqualTo(Arrays.stream(sorted).mapToInt(key -> (int) key).toArray());
    }

    @Test
    void keys_in_the_worst_order_are_found() {
        long[] keys = IntStream.range(0, 5000)
                .mapToLong(number -> (long) (5000 - number) << 32 | number)
                .toArray();
        int[] asked = new int[1];
        LazyRows rows = new LazyRows(keys, number -> {
            asked[0] = number;
            return null;
        });

        rows.get(0);
        assertThat(asked[0]).isEqualTo(4999);
        rows.get(999);
        assertThat(asked[0]).isEqualTo(4000);
        rows.get(1000);
        assertThat(asked[0]).isEqualTo(3999);
        rows.get(4999);
        assertThat(asked[0]).isZero();
    }
}
