package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on a sheet of paper, in full and no smaller than it must be. */
@InChromium
class PaperIT {
    /** How wide a sheet of letter upright is, by which browsers ask for the width of a screen. */
    private static final int UPRIGHT = 740;

    @TempDir
    static Path folder;

    private OpenPage page;

    @AfterEach
    void backToTheScreen() {
        page.js("dispatchEvent(new Event('afterprint'))");
        page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        page.ownScreen();
    }

    private void print(int width) {
        page.screen(width, 900);
        page.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        page.js("dispatchEvent(new Event('beforeprint'))");
    }

    @Test
    void details_are_there_to_the_end() throws IOException {
        page = OpenPage.of(folder, Paths.shop());
        page.click(page.shape("com.acme.shop.Order.total"));

        print(UPRIGHT);

        assertThat(page.<Boolean>js("const box = document.getElementById('details');"
                        + "return box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight"))
                .isTrue();
    }

    private static Profile side(Profile profile) {
        return TwoSides.measured(TwoSides.uncertain(profile, 900), 123_456, 987_654);
    }

    @Test
    void comparison_fits_a_sheet_across_and_names_stay_words() throws IOException {
        page = OpenPage.of(folder, HtmlPage.of(side(TwoSides.NEW), "new", side(TwoSides.OLD), "old"));

        print(965);

        assertThat(page.number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(965);
        assertThat(page.number("const name = document.querySelector('#paper td.name');"
                        + "return name.clientWidth / parseFloat(getComputedStyle(name).fontSize)"))
                .isGreaterThanOrEqualTo(17);
    }

    @Test
    void rows_that_are_left_out_are_counted_below_the_table() throws IOException {
        page = OpenPage.of(folder, Paths.shop());

        print(965);

        assertThat(page.texts("#paper table + p")).hasSize(1).first().asString().endsWith("more rows are in the page");
        assertThat(page.texts("#paper thead th")).startsWith("ncalls", "tottime");
    }
}
