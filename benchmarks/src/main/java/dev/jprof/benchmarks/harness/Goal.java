package dev.jprof.benchmarks.harness;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A figure that jprof is to reach.
 *
 * @param format how its numbers are printed, with its unit
 * @param limit the goal
 * @param aim what would be better still; NaN where nothing is said
 * @param isFloor whether larger is better
 */
record Goal(
        String what,
        String format,
        double limit,
        double aim,
        boolean isFloor,
        Function<Results, OptionalDouble> value) {
    static Goal most(String what, String format, double limit, double aim, Function<Results, OptionalDouble> value) {
        return new Goal(what, format, limit, aim, false, value);
    }

    static Goal least(String what, String format, double limit, Function<Results, OptionalDouble> value) {
        return new Goal(what, format, limit, Double.NaN, true, value);
    }

    String verdict(Results results) {
        OptionalDouble measured = value.apply(results);
        if (measured.isEmpty()) {
            return "not measured";
        }
        return isFloor == measured.getAsDouble() >= limit ? "reached" : "missed";
    }
}
