package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.truth.Recorded;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examples are about can be seen in the chart. */
@InChromium
class StoryIT {
    private static final String SLOW = "dev.jprof.examples.SlowSystems.";
    private static final String FAST = "dev.jprof.examples.FastSystems.";

    @TempDir
    private Path folder;

    private static Profile record(Path folder, String example) {
        return Recorded.of(
                InstalledJdks.of(Runtime.version().feature()).orElseThrow(), folder, example, "--scale", "0.1");
    }

    @Test
    void slow_example_shows_its_three_tasks_side_by_side_in_their_true_widths() throws IOException {
        Profile profile = record(folder, "SlowSystems");
        Map<String, Long> totals = Paths.totals(profile, Metric.SELF);
        OpenPage page = OpenPage.of(folder, profile);

        page.js("jprof.page.root(jprof.model.head.methods.function.findIndex(name => name.endsWith('runAllSystems')))");

        Shape all = page.shape(SLOW + "runAllSystems");
        assertThat(all.w()).isCloseTo(page.chartWidth(), offset(0.01));
        String path = totals.keySet().stream()
                .filter(name -> name.endsWith(SLOW + "runAllSystems"))
                .findFirst()
                .orElseThrow();
        for (String task : List.of("cpuHeavyTask", "memoryHeavyStringTask", "iterationHeavyTask")) {
            Shape shape = page.shape(SLOW + task);
            double share = (double) totals.get(path + "\n" + SLOW + task) / totals.get(path);
            assertThat(shape.w()).as(task).isCloseTo(share * page.chartWidth(), offset(0.01));
            assertThat(shape.y()).as(task).isEqualTo(all.y() + all.h());
            assertThat(page.text("outline"))
                    .contains(SLOW + task + ", " + Written.time(totals.get(path + "\n" + SLOW + task)));
        }
    }

    @Test
    void fixed_example_shows_the_new_bottleneck_as_the_widest_of_its_calls() throws IOException {
        Profile profile = record(folder, "FastSystems");
        Map<String, Long> totals = Paths.totals(profile, Metric.SELF);
        OpenPage page = OpenPage.of(folder, profile);

        page.click("merged");
        String path = totals.keySet().stream()
                .filter(name -> name.endsWith(FAST + "runAllSystems"))
                .findFirst()
                .orElseThrow();
        Map<String, Long> calls = new HashMap<>();
        totals.forEach((node, total) -> {
            if (node.startsWith(path + "\n") && node.lastIndexOf('\n') == path.length()) {
                calls.put(node.substring(path.length() + 1), total);
            }
        });
        String dearest = calls.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        List<Shape> drawn = page.nodes().stream()
                .filter(node -> node.path().matches("(?s).*runAllSystems\n[^\n]*"))
                .toList();
        Shape widest = drawn.stream().max(Comparator.comparingDouble(Shape::w)).orElseThrow();
        assertThat(widest.last()).isEqualTo(dearest);
        double pixelsANano = page.shape(FAST + "runAllSystems").w() / totals.get(path);
        assertThat(drawn)
                .extracting(Shape::last)
                .as("callees of half a pixel and more")
                .containsExactlyInAnyOrderElementsOf(calls.keySet().stream()
                        .filter(name -> calls.get(name) * pixelsANano >= 0.5)
                        .toList());
    }
}
