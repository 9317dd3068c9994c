package dev.jprof.report.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Benjamini and Hochberg's step-up adjustment: what is rejected where the adjusted p is at most q has a false discovery rate of at
 * most q, and where nothing changed at all, any rejection a probability of at most q.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg 1995</a>
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** Returns the adjusted p of each, in the order given. */
    public static double[] adjust(double[] p) {
        int[] falling = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = 0; i < falling.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[falling[i]] * p.length / rank);
            adjusted[falling[i]] = least;
        }
        return adjusted;
    }
}
