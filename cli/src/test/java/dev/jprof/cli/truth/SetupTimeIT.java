package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What weaving and new paths add to the estimated slowdown. */
class SetupTimeIT {
    private static final int CLASSES = 500;

    /** Some calls are made of many classes, in little of the three seconds. */
    private static final String SOURCE = """
            package app;

            public class Many {
                public static void main(String[] args) throws Exception {
                    for (int i = 0; i < %d; i++) Class.forName("app.Many$Of" + i);
                    for (int i = 0; i < 1_000; i++) Of0.f(i);
                    Thread.sleep(3_000);
                }
                %s
            }
            """;

    @TempDir
    private Path folder;

    private Map<String, Object> meta(String options) {
        String classes = IntStream.range(0, CLASSES)
                .mapToObj(i -> "static class Of" + i
                        + " { static int f(int x) { return g(x); } static int g(int x) { return x + " + i + "; } }")
                .collect(Collectors.joining("\n"));
        ChildJvm.Ended ended = Target.of(folder, 8, "app.Many", SOURCE.formatted(CLASSES, classes))
                .run(ChildJvm.in(folder).withAgent(options));
        assertThat(ended.err()).isEmpty();
        return ended.profile().meta().values();
    }

    private static double number(Map<String, Object> meta, String key) {
        return ((Number) meta.get(key)).doubleValue();
    }

    @Test
    void it_is_measured_and_less_than_the_whole() {
        Map<String, Object> meta = meta("");

        assertThat(number(meta, "setupNs")).isBetween(1e6, number(meta, "wallNs"));
    }

    /** What is recorded takes a millisecond, less than weaving, which is little of the three seconds. */
    @Test
    void of_classes_that_others_load_it_is_a_share_of_the_whole_time() {
        Map<String, Object> meta = meta("include=app.Many$*");

        assertThat(number(meta, "setupNs")).isGreaterThan(1e6);
        assertThat(number(meta, "slowdown")).isLessThan(10);
    }
}
