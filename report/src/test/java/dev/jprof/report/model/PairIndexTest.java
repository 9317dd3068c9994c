package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairIndexTest {
    private static final int PAIRS = 200_000;

    @Test
    void pairs_are_numbered_in_the_order_in_which_they_are_first_seen() {
        PairIndex index = new PairIndex();
        Map<Long, Integer> truth = new LinkedHashMap<>();
        Random random = new Random(11);
        for (int i = 0; i < PAIRS; i++) {
            int left = random.nextInt(500) - 1;
            int right = random.nextInt(500) - 1;
            if (i == PAIRS / 3) {
                index.expect(PAIRS);
            }
            Integer known = truth.putIfAbsent((long) left << 32 | right & 0xFFFFFFFFL, truth.size());
            int number = index.of(left, right, i);
            assertThat(number).isEqualTo(known == null ? truth.size() - 1 : known);
        }
        index.end();
        assertThat(index.size()).isEqualTo(truth.size());
        truth.forEach((pair, number) -> {
            assertThat(index.left(number)).isEqualTo((int) (pair >>> 32));
            assertThat(index.right(number)).isEqualTo(pair.intValue());
        });
    }
}
