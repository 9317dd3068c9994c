package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jprof.report.html.LargeProfile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a large profile: a million nodes of 50,000 methods with {@code -Plong}, a tenth of that without. Its figures are
 * printed; what is asserted has room for a busy machine.
 */
@InChromium
class LargePageIT {
    private static final boolean LONG = Boolean.getBoolean("jprof.long");
    private static final int NODES = LONG ? 1_000_000 : 100_000;
    private static final int METHODS = LONG ? 50_000 : 5_000;

    /** Waits for the frame after the one that a change is drawn in. */
    private static final String TIMED = """
            const done = arguments[arguments.length - 1];
            const act = new Function("jprof", arguments[0]);
            const begun = performance.now();
            act(window.jprof);
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
            """;

    @TempDir
    static Path folder;

    private static Path html;
    private static double openSeconds;
    private static OpenPage page;
    private static Profile profile;

    @BeforeAll
    static void writeAndOpen() throws IOException, InterruptedException {
        Path json = folder.resolve("large.json");
        LargeProfile.write(json, NODES, METHODS);
        profile = ProfileReader.read(json);
        html = folder.resolve("large.html");
        long begun = System.nanoTime();
        int code = new ProcessBuilder(
                        Path.of("target/jprof-0.1.0/bin/jprof").toAbsolutePath().toString(),
                        "html",
                        json.toString(),
                        "-o",
                        html.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
        double write = secondsSince(begun);
        Chromium.driver();
        begun = System.nanoTime();
        page = OpenPage.at(html.toUri().toString());
        openSeconds = secondsSince(begun);
        say(
                "%,d nodes, %,d methods, depth %d, %.0f %% narrower than a pixel",
                NODES, METHODS, deepest(), 100 * shareBelowAPixel());
        say(
                "jprof html %.2f s, file %.1f MB, drawn and usable after %.2f s, all unpacked after %.2f s",
                write,
                Files.size(html) / 1e6,
                page.number("return performance.getEntriesByName('usable')[0].startTime") / 1000,
                openSeconds);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String line, Object... figures) {
        System.out.printf(Locale.ROOT, "LargePageIT: " + line + "%n", figures);
    }

    private static double millis(String action) {
        return ((Number) page.driver().executeAsyncScript(TIMED, action)).doubleValue();
    }

    @Test
    void profile_has_the_shape_of_a_real_one() {
        assertThat(shareBelowAPixel()).isGreaterThan(0.9);
        assertThat(deepest()).isBetween(100, 300);
        assertThat(profile.methods()).hasSize(METHODS);
    }

    /** Of nodes, the share that is narrower than a pixel while all is shown. */
    private static double shareBelowAPixel() {
        CallTree tree = profile.tree();
        double whole = 0;
        for (var thread : profile.threads()) {
            whole += tree.total(thread.root());
        }
        int below = 0;
        for (int node = 0; node < tree.size(); node++) {
            below += tree.total(node) < whole / Chromium.WIDTH ? 1 : 0;
        }
        return (double) below / tree.size();
    }

    private static int deepest() {
        CallTree tree = profile.tree();
        int[] depth = new int[tree.size()];
        int deepest = 0;
        for (int node = 0; node < depth.length; node++) {
            depth[node] = tree.isRoot(node) ? 0 : depth[tree.parent(node)] + 1;
            deepest = Math.max(deepest, depth[node]);
        }
        return deepest;
    }

    @Test
    void file_is_small_and_soon_usable() throws IOException {
        assertThat(Files.size(html)).isLessThan(NODES * 25L);
        assertThat(openSeconds).isLessThan(20);
        assertThat(page.nodes()).hasSizeGreaterThan(50);
        assertThat(page.number("return jprof.model.tree.size")).isEqualTo(NODES + 1.0);
    }

    @Test
    void zoom_and_search_answer_and_panning_goes_on() {
        double zoom = 0;
        for (int step = 0; step < 5; step++) {
            zoom = Math.max(
                    zoom,
                    millis(
                            "const s = jprof.chart.shapes.filter(s => s.kind === 'node' && s.w < 900); jprof.page.zoom(s[Math.floor(s.length / 3)].node)"));
            millis("jprof.page.reset()");
        }
        double search = 0;
        for (String text : List.of("o", "op", "operation1", "operation12", "module7", "")) {
            search = Math.max(search, millis("jprof.page.set({search: '" + text + "'})"));
        }
        double treemap = millis("jprof.page.set({chart: 'treemap'})");
        double sunburst = millis("jprof.page.set({chart: 'sunburst'})");
        millis("jprof.page.set({chart: 'icicle'})");
        double sort = millis("jprof.page.sort('cumtime')");
        double merged = millis("jprof.page.reshapeBy({fold: 'module7.'})");
        millis("jprof.page.reshapeBy({fold: ''})");
        double frames = ((Number) page.driver().executeAsyncScript("""
                const done = arguments[0];
                jprof.chart.magnify(0.2, 0.3);
                const begun = performance.now();
                let frames = 0;
                const next = () => {
                  jprof.chart.pan(frames % 60 < 30 ? 12 : -12, frames % 20 < 10 ? 5 : -5);
                  frames++;
                  performance.now() - begun < 2000 ? requestAnimationFrame(next) : done(1000 * frames / (performance.now() - begun));
                };
                requestAnimationFrame(next);
                """)).doubleValue();
        say(
                "zoom %.0f ms, search %.0f ms, sort %.0f ms, fold %.0f ms, treemap %.0f ms, sunburst %.0f ms, panning %.0f frames/s",
                zoom, search, sort, merged, treemap, sunburst, frames);
        assertThat(zoom).isLessThan(2000);
        assertThat(search).isLessThan(2000);
        assertThat(frames).isGreaterThan(5);
    }

    @Test
    void memory_is_bounded() throws IOException {
        long heap = (long) page.number("return performance.memory.usedJSHeapSize");
        long[] resident = LongStream.of(ProcessHandle.current()
                        .descendants()
                        .filter(process -> commandLine(process).contains("--type=renderer"))
                        .mapToLong(LargePageIT::residentBytes)
                        .toArray())
                .sorted()
                .toArray();
        assumeThat(resident).as("processes as Linux shows them").isNotEmpty();
        long largest = resident[resident.length - 1];
        say("memory %.0f MB of the page's process, %.0f MB of it objects", largest / 1e6, heap / 1e6);
        assertThat(largest).isLessThan(1_500_000_000L);
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static long residentBytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
