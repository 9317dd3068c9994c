package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Charts saved as files. */
@InChromium
class SavedPicturesIT {
    @TempDir
    static Path folder;

    private static final Profile SHOP = Paths.shop();
    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        page = OpenPage.of(folder, SHOP);
    }

    @BeforeEach
    void anew() {
        page.anew();
    }

    @ParameterizedTest
    @ValueSource(strings = {"icicle", "flame", "sunburst", "treemap"})
    void chart_is_saved_as_svg_with_the_names_as_text(String chart) throws Exception {
        page.chart(chart);
        Path saved = Chromium.downloads().resolve("jprof.svg");
        Files.deleteIfExists(saved);
        page.click("svg");

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(whole(saved).getBytes(StandardCharsets.UTF_8)));
        assertThat(
                        svg.getDocumentElement().getLocalName() == null
                                ? svg.getDocumentElement().getNodeName()
                                : svg.getDocumentElement().getLocalName())
                .isEqualTo("svg");
        assertThat(svg.getDocumentElement().getTextContent()).contains("Order");
        Files.delete(saved);
    }

    @Test
    void chart_is_saved_as_png() throws IOException {
        Path saved = Chromium.downloads().resolve("jprof.png");
        Files.deleteIfExists(saved);
        page.click("png");

        whole(saved);
        assertThat(Files.readAllBytes(saved)).startsWith(0x89, 'P', 'N', 'G');
        var image = ImageIO.read(saved.toFile());
        assertThat(image.getWidth()).isEqualTo((int) page.chartWidth());
        assertThat(image.getRGB(3, 3)).isNotEqualTo(image.getRGB(image.getWidth() - 3, image.getHeight() - 3));
        Files.delete(saved);
    }

    /** Of a file whose name the browser takes with an empty one, until it puts the whole one in its place. */
    private static String whole(Path file) throws IOException {
        for (int i = 0; i < 1000 && !(Files.exists(file) && Files.size(file) > 0); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
