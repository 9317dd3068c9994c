package dev.jprof.benchmarks.dense;

/** Finds all placings of eight queens. Calls a round: place 2,057, isFree 15,720 and set 4,112. */
public final class Queens {
    private static final int SIZE = 8;

    private final boolean[] rows = new boolean[SIZE];
    private final boolean[] rising = new boolean[2 * SIZE];
    private final boolean[] falling = new boolean[2 * SIZE];
    private int found;

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        for (int i = 0; i < rounds; i++) {
            Queens queens = new Queens();
            queens.place(0);
            Rounds.check(92, queens.found);
        }
    }

    private void place(int column) {
        if (column == SIZE) {
            found++;
            return;
        }
        for (int row = 0; row < SIZE; row++) {
            if (isFree(column, row)) {
                set(column, row, true);
                place(column + 1);
                set(column, row, false);
            }
        }
    }

    private boolean isFree(int column, int row) {
        return !rows[row] && !rising[column + row] && !falling[SIZE + column - row];
    }

    private void set(int column, int row, boolean taken) {
        rows[row] = taken;
        rising[column + row] = taken;
        falling[SIZE + column - row] = taken;
    }
}
