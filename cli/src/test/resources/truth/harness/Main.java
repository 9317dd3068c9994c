package harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Runs generated programs. Each line of the file named by the first argument is: package, mode (plain, threads or pool),
 * number of threads, repetitions, fuel, and the classes to initialise first. Prints a checksum of each.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        for (String line : Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8)) {
            String[] words = line.split(" ");
            System.out.println(words[0] + " " + run(words));
        }
    }

    private static int run(String[] words) throws Exception {
        for (int i = 5; i < words.length; i++) {
            try {
                Class.forName(words[0] + "." + words[i]);
            } catch (LinkageError broken) {
                // One class is meant to fail.
            }
        }
        final Method root = Class.forName(words[0] + ".C0").getMethod("root", int.class, int.class);
        final int repetitions = Integer.parseInt(words[3]);
        final int fuel = Integer.parseInt(words[4]);
        Callable<Integer> task = new Callable<Integer>() {
            @Override
            public Integer call() throws Exception {
                return repeat(root, repetitions, fuel);
            }
        };
        int threads = Integer.parseInt(words[2]);
        switch (words[1]) {
            case "threads":
                return onThreads(task, threads);
            case "pool":
                return onPool(task, threads);
            default:
                return task.call();
        }
    }

    private static int repeat(Method root, int repetitions, int fuel) throws Exception {
        int sum = 0;
        for (int i = 0; i < repetitions; i++) {
            try {
                sum = sum * 31 + (Integer) root.invoke(null, fuel, (i & 3) * 17);
            } catch (InvocationTargetException thrown) {
                if (!thrown.getCause().getClass().getSimpleName().startsWith("E")) {
                    throw thrown;
                }
                sum = sum * 31 - 1;
            }
        }
        return sum;
    }

    private static int onThreads(Callable<Integer> task, int threads) throws Exception {
        List<FutureTask<Integer>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            FutureTask<Integer> result = new FutureTask<>(task);
            results.add(result);
            new Thread(result, "plain-" + i).start();
        }
        return sum(results);
    }

    private static int onPool(Callable<Integer> task, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            results.add(pool.submit(task));
        }
        pool.shutdown();
        return sum(results);
    }

    private static int sum(List<? extends Future<Integer>> results) throws Exception {
        int sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        return sum;
    }
}
