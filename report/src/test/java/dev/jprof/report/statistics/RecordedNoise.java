package dev.jprof.report.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Forty runs of a real program, kept in recorded-runs.txt. A comparison takes some of them, each at most once, and deals them out to
 * both sides: whatever the noise of that machine was like, the two sides do not differ.
 *
 * @param method the place of a method with about 5 % of the time
 * @param times nanoseconds, for each method those of its runs
 */
record RecordedNoise(int method, List<double[]> times) implements Noise {
    private static final double MICROSECOND = 1_000;

    static RecordedNoise of(String method) {
        List<String> names = lines().map(fields -> fields[0]).toList();
        int place = names.indexOf("MixedWork." + method);
        return new RecordedNoise(place, lines().map(RecordedNoise::nanoseconds).toList());
    }

    int recorded() {
        return times.get(0).length;
    }

    double share(int method) {
        return sum(times.get(method))
                / times.stream().mapToDouble(RecordedNoise::sum).sum();
    }

    @Override
    public List<Samples> comparison(int base, int current, RandomGenerator random) {
        List<Integer> dealt = new ArrayList<>();
        for (int run = 0; run < recorded(); run++) {
            dealt.add(run);
        }
        Collections.shuffle(dealt, new Random(random.nextLong()));
        return times.stream()
                .map(method -> new Samples(
                        chosen(method, dealt.subList(0, base)), chosen(method, dealt.subList(base, base + current))))
                .toList();
    }

    private static double[] chosen(double[] values, List<Integer> runs) {
        return runs.stream().mapToDouble(run -> values[run]).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double[] nanoseconds(String[] fields) {
        double[] values = new double[fields.length - 1];
        for (int run = 0; run < values.length; run++) {
            values[run] = Double.parseDouble(fields[run + 1]) * MICROSECOND;
        }
        return values;
    }

    private static Stream<String[]> lines() {
        try (InputStream file = RecordedNoise.class.getResourceAsStream("/statistics/recorded-runs.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" "));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
