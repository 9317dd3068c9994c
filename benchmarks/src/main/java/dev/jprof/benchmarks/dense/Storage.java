package dev.jprof.benchmarks.dense;

/** Allocates trees of arrays. Calls a round: grow 5,461, and next 4,096 for the leaves' lengths. */
public final class Storage {
    private static final int DEPTH = 7;

    private final Chance chance = new Chance();
    private int arrays;

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        for (int i = 0; i < rounds; i++) {
            Storage storage = new Storage();
            storage.grow(DEPTH);
            Rounds.check(5_461, storage.arrays);
        }
    }

    private Object[] grow(int depth) {
        arrays++;
        if (depth == 1) {
            return new Object[chance.next() % 10 + 1];
        }
        Object[] branches = new Object[4];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = grow(depth - 1);
        }
        return branches;
    }
}
