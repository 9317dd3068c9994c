package dev.jprof.benchmarks.harness;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What jprof is to cost at most. Slowdowns are medians of pairs; unless said otherwise all classes are instrumented. */
final class Goals {
    private static final double LEAST_DENSITY = 50;
    private static final double MOST_DENSITY = 2_000;

    static final List<Goal> ALL = List.of(
            Goal.most("a call in tight code, the dearest of four programs", "%.1f ns", 6, 2, Goals::dearestTightCall),
            Goal.most("slowdown of call-dense programs, geometric mean", "x%.2f", 2.5, 1.5, Goals::denseSlowdown),
            Goal.most("slowdown of Jackson, short run", "x%.2f", 3, 1.5, slowdown("jackson-short")),
            Goal.most("slowdown of Jackson, long run", "x%.2f", 3, 1.5, slowdown("jackson-long")),
            Goal.most("slowdown of H2, short run", "x%.2f", 3, 1.5, slowdown("h2-short")),
            Goal.most("slowdown of H2, long run", "x%.2f", 2.5, 1.5, slowdown("h2-long")),
            Goal.most("Jackson, own package only, short run", "x%.2f", 1.05, 1.02, slowdown("jackson-own-short")),
            Goal.most("Jackson, own package only, long run", "x%.2f", 1.05, 1.02, slowdown("jackson-own-long")),
            Goal.most("H2, own package only, short run", "x%.2f", 1.05, 1.02, slowdown("h2-own-short")),
            Goal.most("H2, own package only, long run", "x%.2f", 1.05, 1.02, slowdown("h2-own-long")),
            Goal.most("slowdown of the slow systems", "x%.2f", 1.1, 1, slowdown(Workloads.SLOW_SYSTEMS)),
            Goal.most("a call on four threads over one on one thread", "x%.2f", 1.05, Double.NaN, Goals::lossByThreads),
            Goal.most(
                    "added start-up of an empty program",
                    "%.3f s",
                    0.15,
                    0.05,
                    jprof(Workloads.EMPTY, Measurement::addedWholeSeconds)),
            Goal.least("classes woven a second", "%,.0f", 3_000, Goals::classesPerSecond),
            Goal.most(
                    "start of 10,000 classes, whole process",
                    "x%.2f",
                    1.5,
                    Double.NaN,
                    jprof(Workloads.CLASSES, Measurement::wholeSlowdown)),
            Goal.most(
                    "added peak memory at 20,000 nodes",
                    "%.0f MB",
                    40,
                    15,
                    jprof(Workloads.PATHS_20K, Measurement::addedPeakMegabytes)),
            Goal.most(
                    "a million nodes to disk",
                    "%.2f s",
                    1,
                    0.3,
                    jprof(Workloads.PATHS_1M, Measurement::addedEndSeconds)),
            Goal.most("jprof report on a million nodes", "%.2f s", 2, 0.7, Goals::readingSeconds));

    private Goals() {}

    private static Function<Results, OptionalDouble> slowdown(String workload) {
        return jprof(workload, Measurement::slowdown);
    }

    private static Function<Results, OptionalDouble> jprof(String workload, Function<Measurement, Spread> value) {
        return results -> median(results.jprof(workload), value);
    }

    private static OptionalDouble median(Optional<Measurement> measurement, Function<Measurement, Spread> value) {
        return measurement
                .map(value)
                .map(spread -> OptionalDouble.of(spread.median()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble dearestTightCall(Results results) {
        boolean isComplete =
                Workloads.TIGHT.stream().allMatch(name -> results.jprof(name).isPresent());
        if (!isComplete) {
            return OptionalDouble.empty();
        }
        return Workloads.TIGHT.stream()
                .mapToDouble(
                        name -> results.jprof(name).orElseThrow().nanosPerCall().median())
                .max();
    }

    private static OptionalDouble denseSlowdown(Results results) {
        return geometricMean(
                results.dense("jprof").stream().filter(Goals::isDense).toList(),
                one -> one.slowdown().median());
    }

    private static boolean isDense(Measurement measurement) {
        return measurement.density() >= LEAST_DENSITY && measurement.density() <= MOST_DENSITY;
    }

    static OptionalDouble geometricMean(List<Measurement> measurements, ToDoubleFunction<Measurement> value) {
        if (measurements.isEmpty()) {
            return OptionalDouble.empty();
        }
        double logs = measurements.stream()
                .mapToDouble(one -> Math.log(value.applyAsDouble(one)))
                .sum();
        return OptionalDouble.of(Math.exp(logs / measurements.size()));
    }

    private static OptionalDouble lossByThreads(Results results) {
        OptionalDouble one = median(results.jprof(Workloads.ONE_THREAD), Measurement::nanosPerCall);
        OptionalDouble four = median(results.jprof(Workloads.FOUR_THREADS), Measurement::nanosPerCall);
        return one.isPresent() && four.isPresent()
                ? OptionalDouble.of(four.getAsDouble() / one.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Includes the first classes, which cost most: the agent's own code is still interpreted then. */
    private static OptionalDouble classesPerSecond(Results results) {
        OptionalDouble added = median(results.jprof(Workloads.CLASSES), Measurement::addedInsideSeconds);
        return added.isPresent() ? OptionalDouble.of(ManyClasses.COUNT / added.getAsDouble()) : added;
    }

    private static OptionalDouble readingSeconds(Results results) {
        return results.readingSeconds()
                .map(spread -> OptionalDouble.of(spread.median()))
                .orElse(OptionalDouble.empty());
    }
}
