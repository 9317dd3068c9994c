package dev.jprof.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Four plain threads and a pool of four, all at the same work.
 *
 * <p>Calls at full size: step 8,000,000 (1,000,000 in each of eight tasks); Task.run 4, Task.call 4, Task.work 8.
 */
public final class Workers {
    private static final int THREADS = 4;
    private static final int STEPS = 1_000_000;

    private Workers() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int steps = Scale.of(args).of(STEPS);
        System.out.println("plain threads: " + onPlainThreads(steps));
        System.out.println("pool: " + onPool(steps));
    }

    static long onPlainThreads(int steps) throws InterruptedException {
        List<Task> tasks = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Task task = new Task(i, steps);
            tasks.add(task);
            threads.add(new Thread(task, "worker-" + i));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long sum = 0;
        for (Task task : tasks) {
            sum += task.result;
        }
        return sum;
    }

    static long onPool(int steps) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Task task = new Task(i, steps);
            results.add(pool.submit(task::call));
        }
        pool.shutdown();
        long sum = 0;
        for (Future<Long> result : results) {
            sum += result.get();
        }
        return sum;
    }

    static final class Task implements Runnable {
        private final int seed;
        private final int steps;
        private long result;

        Task(int seed, int steps) {
            this.seed = seed;
            this.steps = steps;
        }

        @Override
        public void run() {
            result = work();
        }

        Long call() {
            return work();
        }

        private long work() {
            long value = seed;
            for (int i = 0; i < steps; i++) {
                value = step(value);
            }
            return value;
        }

        private static long step(long value) {
            return value * 6364136223846793005L + 1442695040888963407L;
        }
    }
}
