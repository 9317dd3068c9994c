package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsNeededTest {
    /** However large a change seems that eight runs a side left open, eight are not enough. */
    @Test
    void what_so_many_runs_left_open_takes_more() {
        double[] base = {100, 101, 102, 103, 104, 105, 106, 107};
        double[] current = {300, 301, 302, 303, 304, 305, 306, 307};
        Shift shift = Shift.of(new Samples(base, current));

        assertThat(RunsNeeded.toDecide(shift, 8, 1, Family.LEVEL)).isEqualTo(9);
    }
}
