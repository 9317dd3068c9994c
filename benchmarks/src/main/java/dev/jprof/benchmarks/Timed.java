package dev.jprof.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs another class's main and prints, as the last line, the nanoseconds that it took. */
public final class Timed {
    private Timed() {}

    public static void main(String[] args) throws Throwable {
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        warmReflection();
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        long start = System.nanoTime();
        try {
            main.invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        System.out.println(System.nanoTime() - start);
    }

    /** The first reflective call of a JVM takes milliseconds, which are none of the program's. */
    private static void warmReflection() throws ReflectiveOperationException {
        Timed.class.getMethod("nothing", String[].class).invoke(null, (Object) new String[0]);
    }

    public static void nothing(String[] args) {}
}
