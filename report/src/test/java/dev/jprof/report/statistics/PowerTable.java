package dev.jprof.report.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The table of docs/ci.md: of simulated slowdowns in a method with 5 % of the time, how many of a hundred are found. Each run as a
 * whole varies by 5 %, besides what each method does. Written into the document by
 * {@code mvn -pl report test -Dtest=PowerTableTest -Djprof.bless=true}.
 */
final class PowerTable {
    static final String HEAD = "| noise of the method | 5 runs | 6 | 7 | 8 | 10 | 12 | 15 | 20 runs |";

    private static final int[] NOISE = {2, 3, 4, 5, 7, 10, 15, 20};
    private static final int[] RUNS = {5, 6, 7, 8, 10, 12, 15, 20};
    private static final int COMPARISONS = 200;
    private static final double PER_RUN = 0.05;
    private static final double SLOWDOWN = 1.1;

    private PowerTable() {}

    static List<String> lines() {
        List<String> cells = IntStream.range(0, NOISE.length * RUNS.length)
                .parallel()
                .mapToObj(cell -> cell(NOISE[cell / RUNS.length], RUNS[cell % RUNS.length]))
                .toList();
        List<String> lines = new ArrayList<>(List.of(HEAD, "|---" + "|---:".repeat(RUNS.length) + "|"));
        for (int row = 0; row < NOISE.length; row++) {
            List<String> found = cells.subList(row * RUNS.length, (row + 1) * RUNS.length);
            lines.add("| " + NOISE[row] + " % | " + String.join(" | ", found) + " |");
        }
        return lines;
    }

    private static String cell(int noise, int runs) {
        Simulation simulation = new Simulation(new LogNormalNoise(PER_RUN, noise / 100.0), runs);
        int found = simulation.of(COMPARISONS, SLOWDOWN, 100L * noise + runs).found();
        return String.format(Locale.ROOT, "%.0f", 100.0 * found / COMPARISONS);
    }
}
