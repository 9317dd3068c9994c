package dev.jprof.report.statistics;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Runs in which something else kept the machine busy: their level is far from that of most runs, and what slows all methods
 * down does not slow them alike. One such run among ten can hide any change, so methods are judged without it. Which runs these are
 * is decided from both sides together, blind to what is base and what is not; where one side as a whole is slower, none is. The
 * question about the whole program is asked of all runs.
 *
 * @param base for each run of the base, whether it is left out
 * @param current the same of the other side
 */
public record Disturbances(boolean[] base, boolean[] current) {
    /** So many robust standard deviations from the median is far. */
    private static final double FAR = 3.5;
    /** What never is: 5 % more or less. */
    private static final double NEAR = Math.log(1.05);
    /** If more than this part of a side's runs are far, far is nothing special. */
    private static final double MOST = 0.3;
    /** Makes a median absolute deviation of normal values their standard deviation. */
    private static final double NORMAL = 1.4826;

    static Disturbances in(Samples levels) {
        double[] logs = DoubleStream.of(levels.pooled()).map(Math::log).toArray();
        double middle = Samples.median(logs);
        double deviation = Samples.median(
                DoubleStream.of(logs).map(log -> Math.abs(log - middle)).toArray());
        double far = Math.max(NEAR, FAR * NORMAL * deviation);
        Disturbances found = new Disturbances(far(levels.base(), middle, far), far(levels.current(), middle, far));
        boolean special =
                count(found.base) <= MOST * found.base.length && count(found.current) <= MOST * found.current.length;
        return special ? found : none(levels);
    }

    static Disturbances none(Samples like) {
        return new Disturbances(new boolean[like.base().length], new boolean[like.current().length]);
    }

    /** Returns how many runs of both sides are left out. */
    public int count() {
        return count(base) + count(current);
    }

    Samples without(Samples all) {
        return count() == 0 ? all : new Samples(kept(all.base(), base), kept(all.current(), current));
    }

    private static boolean[] far(double[] levels, double middle, double far) {
        boolean[] result = new boolean[levels.length];
        for (int run = 0; run < levels.length; run++) {
            result[run] = Math.abs(Math.log(levels[run]) - middle) > far;
        }
        return result;
    }

    private static double[] kept(double[] values, boolean[] left) {
        return IntStream.range(0, values.length)
                .filter(run -> !left[run])
                .mapToDouble(run -> values[run])
                .toArray();
    }

    private static int count(boolean[] left) {
        return (int) IntStream.range(0, left.length).filter(run -> left[run]).count();
    }
}
