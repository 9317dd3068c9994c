package dev.jprof.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs another class's main and prints, as the last line, the nanoseconds that it took. */
public final class Timed {
    private Timed() {}

    public static void main(String[] args) throws Throwable {
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        long start = System.nanoTime();
        try {
            main.invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        System.out.println(System.nanoTime() - start);
    }
}
