package dev.jprof.examples;

/**
 * Direct and mutual recursion.
 *
 * <p>Calls at full size: fibonacci 242,785, isEven 501, isOdd 500, depth 5,001; of each, 1 is primitive.
 */
public final class Recursion {
    private Recursion() {}

    public static void main(String[] args) {
        Scale scale = Scale.of(args);
        System.out.println("fibonacci: " + fibonacci(scale.of(25)));
        System.out.println("even: " + isEven(scale.of(1_000)));
        System.out.println("depth: " + depth(scale.of(5_000)));
    }

    static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    static boolean isEven(int n) {
        return n == 0 || isOdd(n - 1);
    }

    static boolean isOdd(int n) {
        return n != 0 && isEven(n - 1);
    }

    static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }
}
