package dev.jprof.cli.terminal;

/** A program that goes on doing the same, for as many seconds as it is told. */
public final class Busy {
    private static volatile double sink;

    private Busy() {}

    public static void main(String[] arguments) throws InterruptedException {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
        System.out.println("pid " + ProcessHandle.current().pid());
        while (System.nanoTime() < end) {
            request();
            Thread.sleep(2);
        }
    }

    private static void request() {
        sink = parse(1000) + store(50_000);
    }

    private static double parse(int letters) {
        return spin(letters);
    }

    private static double store(int rows) {
        return spin(rows) + spin(rows);
    }

    private static double spin(int times) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Math.sqrt(i);
        }
        return sum;
    }
}
