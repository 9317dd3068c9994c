package dev.jprof.report.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What all methods of a run have in common: how fast the machine was just then, and whether the whole program changed. The factor
 * of a pair is the median over the methods of current over base, so that a single method hardly moves it, however large it is.
 * Dividing by it leaves each method's own change. Made of self times alone: a slow leaf makes the totals of all its callers slow.
 */
public final class CommonFactor {
    /** Methods with less of the pooled sum are more noise than measure. */
    static final double LEAST_SHARE = 0.005;
    /** Of fewer methods one alone moves the median: then nothing is divided. */
    static final int LEAST_METHODS = 5;

    private final Samples levels;
    private final int methods;
    private final double reference;
    private final Disturbances disturbances;

    private CommonFactor(Samples levels, int methods, double reference) {
        this.levels = levels;
        this.methods = methods;
        this.reference = reference;
        this.disturbances = methods >= LEAST_METHODS ? Disturbances.in(levels) : Disturbances.none(levels);
    }

    /**
     * Finds the levels of all runs.
     *
     * @param selves the self values of all methods of the program; every side has as many runs in each of them
     */
    public static CommonFactor of(List<Samples> selves) {
        double least = selves.stream().mapToDouble(Samples::sumOfMeans).sum() * LEAST_SHARE;
        List<Samples> seen = selves.stream()
                .filter(method -> method.isPositive() && method.sumOfMeans() >= least)
                .toList();
        double reference = Arrays.stream(usual(selves)).sum();
        if (seen.isEmpty()) {
            return none(selves.get(0));
        }
        return new CommonFactor(levels(seen), seen.size(), reference);
    }

    /** Returns a factor that divides nothing, for what does not depend on the machine's speed. */
    public static CommonFactor none(Samples like) {
        return new CommonFactor(new Samples(ones(like.base().length), ones(like.current().length)), 0, 0);
    }

    /** Returns the values at the speed that all runs have in common, without those of disturbed runs. */
    public Samples divide(Samples raw) {
        return isDividing() ? disturbances.without(quotients(raw, levels)) : raw;
    }

    /** Returns the level of every run in the metric's unit: what the whole program takes. Tested like a method. */
    public Samples program() {
        return new Samples(products(levels.base()), products(levels.current()));
    }

    /** Returns which runs are left out, because the whole run was faster or slower than runs usually are. */
    public Disturbances disturbances() {
        return disturbances;
    }

    /** Returns whether there were enough methods to tell their common change from that of one of them. */
    public boolean isDividing() {
        return methods >= LEAST_METHODS;
    }

    /** Returns of how many methods the factor is the median. */
    public int methods() {
        return methods;
    }

    /** Reads one run of a method. */
    private interface Value {
        double of(Samples method, int run);
    }

    /** A run's level is the median over the methods of the run's value over the method's usual one. */
    private static Samples levels(List<Samples> methods) {
        double[] base = levels(methods, methods.get(0).base().length, (method, run) -> method.base()[run]);
        double[] current = levels(methods, methods.get(0).current().length, (method, run) -> method.current()[run]);
        if (base.length == current.length) {
            pair(methods, base, current);
        }
        return new Samples(base, current);
    }

    private static double[] levels(List<Samples> methods, int runs, Value value) {
        double[] usual = usual(methods);
        return IntStream.range(0, runs)
                .mapToDouble(run -> Samples.median(IntStream.range(0, usual.length)
                        .mapToDouble(m -> value.of(methods.get(m), run) / usual[m])
                        .toArray()))
                .toArray();
    }

    /** Moves the two levels of each pair apart or together until their ratio is the median ratio over the methods. */
    private static void pair(List<Samples> methods, double[] base, double[] current) {
        for (int i = 0; i < base.length; i++) {
            int run = i;
            double factor = Samples.median(methods.stream()
                    .mapToDouble(method -> method.current()[run] / method.base()[run])
                    .toArray());
            double middle = Math.sqrt(base[run] * current[run]);
            base[run] = middle / Math.sqrt(factor);
            current[run] = middle * Math.sqrt(factor);
        }
    }

    private static double[] usual(List<Samples> methods) {
        return methods.stream()
                .mapToDouble(method -> Samples.median(method.pooled()))
                .toArray();
    }

    private static double[] ones(int runs) {
        double[] ones = new double[runs];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Samples quotients(Samples values, Samples levels) {
        return new Samples(quotients(values.base(), levels.base()), quotients(values.current(), levels.current()));
    }

    private static double[] quotients(double[] values, double[] levels) {
        return IntStream.range(0, values.length)
                .mapToDouble(run -> values[run] / levels[run])
                .toArray();
    }

    private double[] products(double[] levels) {
        return Arrays.stream(levels).map(level -> level * reference).toArray();
    }
}
