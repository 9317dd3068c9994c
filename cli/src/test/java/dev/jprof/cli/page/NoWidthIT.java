package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zoom to a node that has calls and no time is shown as one to the nearest caller that has some. */
@InChromium
class NoWidthIT {
    private static final String CALLER = "com.acme.B.work";

    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(
                folder,
                Paths.of(List.of(
                        "main com.acme.A.run | 1 1000",
                        "main com.acme.A.run com.acme.B.work | 1 0",
                        "main com.acme.A.run com.acme.B.work com.acme.B.part | 1 5000",
                        "main com.acme.A.run com.acme.B.work com.acme.C.tiny | 9 0",
                        "main com.acme.A.run com.acme.D.rest | 1 4000")));
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    private static void zoom(String chart) {
        page.chart(chart);
        page.js("const {tree, names} = jprof.model;"
                + "jprof.page.zoom(tree.method.findIndex(method => names.full(method) === 'com.acme.C.tiny'))");
        assertThat(page.texts("#crumbs [aria-current]")).containsExactly("C.tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"icicle", "flame", "sunburst"})
    void its_caller_has_the_whole_width(String chart) {
        zoom(chart);

        assertThat(page.nodes()).extracting(Shape::last).contains(CALLER).doesNotContain("com.acme.D.rest");
        assertThat(page.shape(CALLER).w())
                .isCloseTo(chart.equals("sunburst") ? 2 * Math.PI : page.chartWidth(), offset(0.01));
    }

    @Test
    void treemap_has_what_its_caller_calls() {
        zoom("treemap");

        assertThat(page.shapes())
                .extracting(Shape::name)
                .contains("com.acme.B.part")
                .doesNotContain("com.acme.A.run", "com.acme.D.rest");
    }
}
