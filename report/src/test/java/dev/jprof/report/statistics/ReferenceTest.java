package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what R says, kept in reference.csv; reference.R beside it makes that file. */
class ReferenceTest {
    private static final double EQUAL = 1e-9;

    /** What R says of two samples. */
    record Case(String name, boolean exact, Samples samples, double p, Shift shift) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What R makes of a list of p. */
    record Adjustment(String name, double[] p, double[] adjusted) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> samples() {
        return lines("wilcox").map(fields -> {
            double[] said = numbers(fields[5]);
            return new Case(
                    fields[1],
                    fields[2].equals("exact"),
                    new Samples(numbers(fields[4]), numbers(fields[3])),
                    said[0],
                    new Shift(said[1], said[2], said[3]));
        });
    }

    static Stream<Adjustment> adjustments() {
        return lines("adjust").map(fields -> new Adjustment(fields[1], numbers(fields[2]), numbers(fields[3])));
    }

    @Test
    void the_table_has_cases_of_each_kind() {
        assertThat(samples().filter(Case::exact)).hasSizeGreaterThan(25);
        assertThat(samples().filter(one -> !one.exact())).hasSizeGreaterThan(10);
        assertThat(adjustments()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void p_is_that_of_R(Case one) {
        int base = one.samples().base().length;
        int current = one.samples().current().length;
        double expected = one.exact() ? one.p() : Math.max(one.p(), RankSum.smallestP(base, current));
        assertThat(RankSum.isExact(one.samples())).isEqualTo(one.exact());
        assertThat(RankSum.p(one.samples())).isEqualTo(expected, within(EQUAL));
    }

    /** Where R says "approximate" it looks for the ends with a root finder, to 1e-13 of their scale at best. */
    @ParameterizedTest
    @MethodSource("samples")
    void the_interval_is_that_of_R(Case one) {
        Shift shift = Shift.of(one.samples());
        assertThat(shift.low()).isEqualTo(one.shift().low(), near(one.shift().low()));
        assertThat(shift.high()).isEqualTo(one.shift().high(), near(one.shift().high()));
    }

    /** An even number of differences has a middle pair; the root finder stops anywhere between the two. */
    @ParameterizedTest
    @MethodSource("samples")
    void the_estimate_is_that_of_R(Case one) {
        double estimate = Shift.of(one.samples()).estimate();
        if (one.exact()) {
            assertThat(estimate).isEqualTo(one.shift().estimate(), near(estimate));
        } else {
            double[] differences = Shift.differences(one.samples());
            int half = differences.length / 2;
            assertThat(one.shift().estimate())
                    .isBetween(differences[(differences.length - 1) / 2] - EQUAL, differences[half] + EQUAL);
            assertThat(estimate).isBetween(differences[(differences.length - 1) / 2], differences[half]);
        }
    }

    @ParameterizedTest
    @MethodSource("adjustments")
    void the_adjusted_p_are_those_of_R(Adjustment one) {
        assertThat(BenjaminiHochberg.adjust(one.p())).containsExactly(one.adjusted(), within(EQUAL));
    }

    private static Offset<Double> near(double value) {
        return within(EQUAL * Math.max(1, Math.abs(value)));
    }

    private static Stream<String[]> lines(String kind) {
        try (InputStream file = ReferenceTest.class.getResourceAsStream("/statistics/reference.csv")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.stream().map(line -> line.split(";")).filter(fields -> fields[0].equals(kind));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double[] numbers(String field) {
        return Arrays.stream(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
