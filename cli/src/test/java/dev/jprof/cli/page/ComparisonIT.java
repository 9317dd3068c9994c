package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.jprof.report.html.HtmlPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New against old in the charts: red and blue, what has come and gone, calls or time or bytes of either side. */
@InChromium
class ComparisonIT {
    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    @Test
    void slower_is_red_and_faster_is_blue() {
        List<Integer> slower = colour("com.acme.A.slower");
        List<Integer> faster = colour("com.acme.A.faster");
        List<Integer> same = colour("com.acme.A.same");
        assertThat(slower.get(0)).isGreaterThan(slower.get(2) + 20);
        assertThat(faster.get(2)).isGreaterThan(faster.get(0) + 20);
        assertThat(Math.abs(same.get(0) - same.get(2))).isLessThan(20);
    }

    @Test
    void added_and_vanished_paths_are_there_in_the_size_of_the_side_that_has_them() {
        double unit = page.shape("com.acme.A.slower").w() / 400;
        assertThat(page.shape("com.acme.A.added").w()).isCloseTo(150 * unit, offset(0.1));
        assertThat(page.shape("com.acme.A.gone").w()).isCloseTo(200 * unit, offset(0.1));
        assertThat(page.shape("com.acme.A.faster").w()).isCloseTo(300 * unit, offset(0.1));
        assertThat(colour("com.acme.A.added").get(0))
                .isGreaterThan(colour("com.acme.A.added").get(2) + 20);
        assertThat(colour("com.acme.A.gone").get(2))
                .isGreaterThan(colour("com.acme.A.gone").get(0) + 20);
    }

    private static List<Integer> colour(String name) {
        Shape shape = page.shape(name);
        List<Number> pixel = page.js("""
                const canvas = document.getElementById("canvas");
                const scale = canvas.width / canvas.clientWidth;
                const copy = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
                const pen = copy.getContext("2d", {willReadFrequently: true});
                pen.drawImage(canvas, Math.round(arguments[0] * scale), Math.round(arguments[1] * scale), 1, 1, 0, 0, 1, 1);
                return [...pen.getImageData(0, 0, 1, 1).data];
                """, shape.x() + 3, shape.y() + 4);
        return pixel.stream().map(Number::intValue).toList();
    }

    @Test
    void widths_can_be_bytes_of_either_side() throws IOException {
        try {
            page = OpenPage.of(
                    folder,
                    HtmlPage.of(
                            TwoSides.measured(TwoSides.NEW, 2_000_000),
                            "new.json",
                            TwoSides.measured(TwoSides.OLD, 500_000),
                            "old.json"));
            page.choose("width", "metric alloc");
            double unit = page.shape("com.acme.A.slower").w() / 60;
            assertThat(page.shape("com.acme.A.gone").w()).isCloseTo(2.5 * unit, offset(0.1));
            assertThat(page.shape("com.acme.A.added").w()).isCloseTo(14 * unit, offset(0.1));
            assertThat(colour("com.acme.A.faster").get(0))
                    .isGreaterThan(colour("com.acme.A.faster").get(2) + 20);

            page.choose("side", "base");
            unit = page.shape("com.acme.A.slower").w() / 5;
            assertThat(page.shape("com.acme.A.gone").w()).isCloseTo(2.5 * unit, offset(0.1));
            assertThat(page.nodes()).extracting(Shape::last).doesNotContain("com.acme.A.added");
            page.hover(page.shape("com.acme.A.slower"));
            assertThat(page.text("tooltip")).contains("5.00 MB alloc in the base: +55.0 MB");
        } finally {
            page = OpenPage.of(folder, HtmlPage.of(TwoSides.NEW, "new.json", TwoSides.OLD, "old.json"));
        }
    }

    @Test
    void widths_can_be_calls_or_time_of_either_side() {
        page.choose("side", "current");
        double unit = page.shape("com.acme.A.slower").w() / 400;
        assertThat(page.shape("com.acme.A.faster").w()).isCloseTo(100 * unit, offset(0.1));
        assertThat(page.nodes()).extracting(Shape::last).doesNotContain("com.acme.A.gone");

        page.choose("side", "base");
        unit = page.shape("com.acme.A.faster").w() / 300;
        assertThat(page.shape("com.acme.A.slower").w()).isCloseTo(100 * unit, offset(0.1));
        assertThat(page.nodes()).extracting(Shape::last).doesNotContain("com.acme.A.added");

        page.choose("width", "calls");
        unit = page.shape("com.acme.A.faster").w() / 10;
        assertThat(page.shape("com.acme.A.gone").w()).isCloseTo(5 * unit, offset(0.1));
    }
}
