package dev.jprof.benchmarks.shape;

import dev.jprof.benchmarks.dense.Permutations;

/** Lets some threads call the same methods: as many rounds of {@link Permutations} in each, all at the same time. */
public final class SharedMethods {
    private SharedMethods() {}

    public static void main(String[] args) throws InterruptedException {
        String[] rounds = {args[0]};
        var threads = new Thread[Integer.parseInt(args[1])];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> Permutations.main(rounds), "caller-" + i);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
