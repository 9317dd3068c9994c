package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that somebody else has made, opened. */
@InChromium
class SentViewIT {
    @TempDir
    static Path folder;

    private static String address(OpenPage page) {
        return String.valueOf(page.driver().getCurrentUrl()).replaceFirst("#.*", "");
    }

    @Test
    void row_of_the_method_is_in_sight() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());
        page.js("jprof.page.chooseMethod(jprof.model.rows.method[jprof.page.table.order[200]])");

        OpenPage sent = OpenPage.at(String.valueOf(page.driver().getCurrentUrl()));

        assertThat(sent.<Boolean>js("const [row, box] = ['#table .row.selected:not([hidden])', '#table']"
                        + ".map(words => document.querySelector(words).getBoundingClientRect());"
                        + "return row.top > box.top && row.bottom <= box.bottom"))
                .isTrue();
    }

    @Test
    void expression_that_is_too_large_is_said_to_be_none() throws IOException {
        OpenPage page = OpenPage.of(folder, Paths.shop());

        OpenPage sent = OpenPage.at(address(page) + "#regex=1&search=" + "a".repeat(500_000));

        assertThat(sent.text("matched")).isEqualTo("no regular expression");
        assertThat(sent.shapes()).isNotEmpty();
    }
}
