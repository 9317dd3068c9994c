package dev.jprof.examples;

import java.util.stream.IntStream;

/**
 * {@link SlowSystems} mended where its profile pointed: the arithmetic runs over arrays on all cores, the string is built
 * in place (all 46,658,100 items, where the heap has room for them) and the loop around nothing is gone.
 *
 * <p>Calls at full size: sumOfBlock and the lambda that calls it 528 each, of 65,536 items (the last one smaller); appendItems, main, runAllSystems and the three tasks 1 each.
 */
public final class FastSystems {
    static final int STRING_ITERATIONS = 46_658_100;

    private static final int BLOCK = 65_536;
    private static final String CHUNK = "report_item_abcdefg_123456789_";

    /** The bar, the chunk and a number of eight digits. */
    private static final int LONGEST_ITEM = 1 + CHUNK.length() + 8;

    private FastSystems() {}

    public static void main(String[] args) {
        runAllSystems(Scale.of(args));
    }

    static void runAllSystems(Scale scale) {
        System.out.println("--- Starting the fast showcase ---");
        double cpu = cpuHeavyTask(scale.of(SlowSystems.CPU_ITERATIONS));
        CharSequence report = memoryHeavyStringTask(scale.of(STRING_ITERATIONS));
        String loop = iterationHeavyTask();
        System.out.println(
                "--- Finished the fast showcase: " + Math.round(cpu) + ", " + report.length() + ", " + loop + " ---");
    }

    static double cpuHeavyTask(int iterations) {
        System.out.println(" -> Running the CPU-bound task...");
        int blocks = (iterations + BLOCK - 1) / BLOCK;
        return IntStream.range(0, blocks)
                .parallel()
                .mapToDouble(block -> sumOfBlock(block * BLOCK, Math.min(iterations, (block + 1) * BLOCK)))
                .sum();
    }

    /** The sum over {@code from <= i < to}; sin(i) * cos(i) is half of sin(2i), which is one sine instead of two. */
    static double sumOfBlock(int from, int to) {
        double[] values = new double[to - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5 * Math.sin(2.0 * (from + i));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += Math.sqrt(from + i);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static CharSequence memoryHeavyStringTask(int iterations) {
        System.out.println(" -> Running the memory and string task...");
        int fitting = Math.min(iterations, itemsThatFit());
        if (fitting < iterations) {
            System.out.println("    this heap has room for " + fitting + " of " + iterations + " items");
        }
        return appendItems(fitting);
    }

    static CharSequence appendItems(int items) {
        StringBuilder report = new StringBuilder((int) Math.min(Integer.MAX_VALUE - 8, (long) items * LONGEST_ITEM));
        for (int i = 0; i < items; i++) {
            report.append('|').append(CHUNK).append(i);
        }
        return report;
    }

    /** Half of the heap may go to the one array of characters; a character takes two bytes up to Java 8 and one after it. */
    private static int itemsThatFit() {
        int bytesPerCharacter = System.getProperty("java.specification.version").startsWith("1.") ? 2 : 1;
        long items = Runtime.getRuntime().maxMemory() / 2 / bytesPerCharacter / LONGEST_ITEM;
        return (int) Math.min(Integer.MAX_VALUE, items);
    }

    static String iterationHeavyTask() {
        System.out.println(" -> Running the iteration task...");
        return "OK";
    }
}
