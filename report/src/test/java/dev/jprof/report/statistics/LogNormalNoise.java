package dev.jprof.report.statistics;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A program of sixty methods, the largest with a tenth of ten seconds, the smallest with a thousandth. Every run is as a whole,
 * and each method in it, faster or slower by factors of a log-normal distribution.
 *
 * @param perRun standard deviation of the logarithm of what all methods of a run have in common; 0.05 is about 5 %
 * @param perMethod the same of what each method has for itself
 */
record LogNormalNoise(double perRun, double perMethod) implements Noise {
    private static final int METHODS = 60;
    private static final int FIVE_PER_CENT = 4;
    private static final double WHOLE = 10e9;

    @Override
    public int method() {
        return FIVE_PER_CENT;
    }

    @Override
    public List<Samples> comparison(int base, int current, RandomGenerator random) {
        double[] ofBase = levels(base, random);
        double[] ofCurrent = levels(current, random);
        return IntStream.range(0, METHODS)
                .mapToObj(method -> new Samples(times(method, ofBase, random), times(method, ofCurrent, random)))
                .toList();
    }

    private double[] levels(int runs, RandomGenerator random) {
        return DoubleStream.generate(() -> Math.exp(perRun * random.nextGaussian()))
                .limit(runs)
                .toArray();
    }

    private double[] times(int method, double[] levels, RandomGenerator random) {
        return DoubleStream.of(levels)
                .map(level -> WHOLE * share(method) * level * Math.exp(perMethod * random.nextGaussian()))
                .toArray();
    }

    static double share(int method) {
        double rest = (1 - 0.05)
                / IntStream.range(0, METHODS)
                        .filter(other -> other != FIVE_PER_CENT)
                        .mapToDouble(LogNormalNoise::weight)
                        .sum();
        return method == FIVE_PER_CENT ? 0.05 : weight(method) * rest;
    }

    private static double weight(int method) {
        return 1 / (1.5 + method);
    }
}
