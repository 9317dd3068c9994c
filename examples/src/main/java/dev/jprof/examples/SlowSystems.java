package dev.jprof.examples;

/**
 * A slow program with three different reasons to be slow: arithmetic, a growing string and a very frequent call.
 *
 * <p>Calls at full size: simulateTinyOp 171,796,964; main, runAllSystems and the three tasks 1 each. With {@code jdk=calls}
 * also Math.sin, Math.cos and Math.sqrt 34,552,942 each.
 */
public final class SlowSystems {
    static final int CPU_ITERATIONS = 34_552_942;
    static final int LOOP_ITERATIONS = 171_796_964;

    /** Appending to a String copies all of it, so the cost grows with the square: this many cost about as much as the sines. */
    static final int STRING_ITERATIONS = 13_000;

    private static final String CHUNK = "report_item_abcdefg_123456789_";

    private SlowSystems() {}

    public static void main(String[] args) {
        runAllSystems(Scale.of(args));
    }

    static void runAllSystems(Scale scale) {
        System.out.println("--- Starting the slow showcase ---");
        double cpu = cpuHeavyTask(scale.of(CPU_ITERATIONS));
        String report = memoryHeavyStringTask(scale.of(STRING_ITERATIONS));
        String loop = iterationHeavyTask(scale.of(LOOP_ITERATIONS));
        System.out.println(
                "--- Finished the slow showcase: " + Math.round(cpu) + ", " + report.length() + ", " + loop + " ---");
    }

    static double cpuHeavyTask(int iterations) {
        System.out.println(" -> Running the CPU-bound task...");
        double result = 0;
        for (int i = 0; i < iterations; i++) {
            result += Math.sin(i) * Math.cos(i) + Math.sqrt(i);
        }
        return result;
    }

    static String memoryHeavyStringTask(int iterations) {
        System.out.println(" -> Running the memory and string task...");
        String report = "";
        for (int i = 0; i < iterations; i++) {
            report += "|" + CHUNK + i;
        }
        return report;
    }

    static void simulateTinyOp(int n) {}

    static String iterationHeavyTask(int iterations) {
        System.out.println(" -> Running the iteration task...");
        for (int i = 0; i < iterations; i++) {
            simulateTinyOp(i);
        }
        return "OK";
    }
}
