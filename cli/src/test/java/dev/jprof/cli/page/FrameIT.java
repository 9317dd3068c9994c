package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.HtmlPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page works in a frame whose document is an attribute, as notebooks show what {@code Profile.frame} of the api says. */
@InChromium
class FrameIT {
    @TempDir
    private Path folder;

    @Test
    void the_page_in_a_cell_of_a_notebook() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        HtmlPage.of(Paths.shop(), "shop.json").write(page);
        String escaped =
                page.toString(StandardCharsets.UTF_8).replace("&", "&amp;").replace("\"", "&quot;");
        Path notebook = Files.writeString(folder.resolve("notebook.html"), """
                <!doctype html><meta charset="utf-8"><title>notebook</title><p>Out[1]:
                <iframe style="width:100%;height:700px;border:0" srcdoc="PAGE"></iframe>
                """.replace("PAGE", escaped));

        Chromium.open(notebook.toUri().toString());
        OpenPage.waitFor("return frames[0] && frames[0].document.documentElement.dataset.ready === 'true'");

        Chromium.driver().switchTo().frame(0);
        Object rows = Chromium.driver()
                .executeScript("document.querySelector('#table .head [data-key=\"ncalls\"]').click();"
                        + "return document.querySelectorAll('#table .body .row:not([hidden])').length");
        assertThat(((Number) rows).intValue()).isGreaterThan(1);
        Chromium.driver().switchTo().defaultContent();
    }
}
