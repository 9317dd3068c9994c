package dev.jprof.benchmarks.dense;

/** Visits all permutations of eight numbers. Calls a round: permute 109,601 and swap 219,200. */
public final class Permutations {
    private static final int LENGTH = 8;

    private final int[] values = new int[LENGTH];
    private int visited;

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        for (int i = 0; i < rounds; i++) {
            Permutations permutations = new Permutations();
            permutations.permute(0);
            Rounds.check(40_320, permutations.visited);
        }
    }

    private void permute(int fixed) {
        if (fixed == LENGTH) {
            visited++;
            return;
        }
        for (int i = fixed; i < LENGTH; i++) {
            swap(fixed, i);
            permute(fixed + 1);
            swap(fixed, i);
        }
    }

    private void swap(int a, int b) {
        int kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }
}
