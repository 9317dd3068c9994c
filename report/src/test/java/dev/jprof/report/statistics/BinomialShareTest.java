package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinomialShareTest {
    /** Reckoned apart: Wilson's formula, and the sum over all counts that are no likelier than ten. */
    @Test
    void interval_and_test_are_as_defined() {
        BinomialShare share = new BinomialShare(10, 100);

        assertThat(share.low()).isCloseTo(0.05523, within(1e-4));
        assertThat(share.high()).isCloseTo(0.17437, within(1e-4));
        assertThat(share.p(0.2)).isCloseTo(0.0117557, within(1e-6));
        assertThat(share.p(0.1)).isEqualTo(1);
    }

    @Test
    void ends_are_ends() {
        assertThat(new BinomialShare(0, 10).low()).isZero();
        assertThat(new BinomialShare(10, 10).high()).isEqualTo(1);
    }

    @Test
    void interval_holds_the_true_share_in_95_of_100_draws() {
        Random random = new Random(1);
        for (double truth : new double[] {0.02, 0.1, 0.5}) {
            int held = 0;
            for (int draw = 0; draw < 2000; draw++) {
                int met = 0;
                for (int sample = 0; sample < 200; sample++) {
                    met += random.nextDouble() < truth ? 1 : 0;
                }
                BinomialShare share = new BinomialShare(met, 200);
                held += share.low() <= truth && truth <= share.high() ? 1 : 0;
            }
            assertThat(held).isBetween(1840, 2000);
        }
    }
}
