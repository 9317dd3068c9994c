package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.serve.ProfileServer;
import dev.jprof.cli.serve.ServedFolder;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The list and the pages of a server, which follow their files and ask nobody else. */
@InChromium
@DisabledOnOs(OS.WINDOWS)
class ServedPageIT {
    @TempDir
    private Path folder;

    private ProfileServer server;

    @BeforeEach
    void serve() throws IOException {
        ProfileWriter.write(Paths.shop(), folder.resolve("a shop.json"));
        ProfileWriter.write(Paths.shop(), folder.resolve("b.json"));
        server = ProfileServer.start(ServedFolder.of(folder, UnaryOperator.identity()), 0);
    }

    @AfterEach
    void end() {
        Chromium.driver().get("about:blank");
        server.stop();
    }

    private void openList() {
        Chromium.open(server.address());
    }

    private static List<String> texts(String selector) {
        Object texts = Chromium.driver()
                .executeScript("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector);
        return ((List<?>) texts).stream().map(String.class::cast).toList();
    }

    private static void waitUntil(String script) {
        OpenPage.waitFor(script);
    }

    @Test
    void list_leads_to_a_page_and_back() {
        openList();
        assertThat(texts(".list tbody th a")).containsExactly("a shop.json", "b.json");
        assertThat(texts(".list tbody tr:first-child td")).contains("com.acme.Main", calls(), "877 ms");

        Chromium.driver().executeScript("document.querySelector('.list a').click()");
        waitUntil("return document.documentElement.dataset.ready === 'true'");
        assertThat(texts("#title")).containsExactly("a shop.json");
        assertThat(texts("#table .body .row .name")).anyMatch(name -> name.contains("Order.total"));

        Chromium.driver().executeScript("document.getElementById('list').click()");
        waitUntil("return document.title.startsWith('Profiles')");
    }

    private static String calls() {
        return Written.count(
                Paths.totals(Paths.shop(), dev.jprof.report.model.Metric.CALLS).get("all threads"));
    }

    @Test
    void page_follows_its_profile_and_stays_where_it_was() throws IOException {
        OpenPage page = OpenPage.at(server.address() + "2");
        page.chart("flame");
        page.type("search", "Json");
        assertThat(page.text("matched")).startsWith("1 found");

        ProfileWriter.write(
                Paths.of(List.of(
                        "main com.acme.Later.run | 7 1000", "main com.acme.Later.run org.other.Json.read | 7 9000")),
                folder.resolve("b.json"));

        page.waitUntil(
                "return document.documentElement.dataset.ready === 'true' && document.body.textContent.includes('Json.read')");
        assertThat(page.texts("#chart-choice [aria-checked=true]")).containsExactly("flame");
        assertThat(page.text("matched")).isEqualTo("1 found, 90.0 %");
    }

    @Test
    void page_says_what_is_wrong_until_the_profile_is_right_again() throws IOException {
        OpenPage page = OpenPage.at(server.address() + "2");
        Path file = folder.resolve("b.json");
        byte[] good = Files.readAllBytes(file);
        Files.writeString(file, "{");
        page.waitUntil("return document.querySelector('.problem')?.textContent.includes('ends too early') === true");
        Chromium.forgetWhatWasSaid();

        Files.write(file, good);
        page.waitUntil("return document.documentElement.dataset.ready === 'true'");
        assertThat(page.text("title")).isEqualTo("b.json");
    }

    @Test
    void list_follows_the_files() throws IOException {
        openList();
        ProfileWriter.write(Paths.of(List.of("main com.acme.A.b | 123456 1")), folder.resolve("b.json"));
        waitUntil("return document.body.textContent.includes('123,456')");
    }

    @Test
    void hostile_names_in_the_list_are_text() throws IOException {
        server.stop();
        int number = 0;
        for (String name : HostileNames.all()) {
            String file = name.replaceAll("[/\u0000]", "_");
            if (file.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < 200
                    && !file.matches(".*[\\ud800-\\udfff].*")) {
                Profile shop = Paths.of(List.of("main com.acme.A.b | 1 1"));
                Meta meta = new Meta(new TreeMap<>(Map.of("command", name, "start", name)));
                ProfileWriter.write(
                        new Profile(meta, shop.methods(), shop.threads(), shop.tree()),
                        folder.resolve("x" + file + "-" + number + ".json"));
                number++;
            }
        }
        server = ProfileServer.start(ServedFolder.of(folder, UnaryOperator.identity()), 0);
        openList();
        Chromium.driver()
                .executeScript(
                        "window.alarms = []; for (const n of ['alert', 'open']) window[n] = () => alarms.push(n)");
        waitUntil("return !document.querySelector('.wait')");

        assertThat(number).isGreaterThan(110);
        assertThat(texts(".list tbody tr")).hasSize(number + 2);
        assertThat(texts("img, iframe, object, base, form, svg, .list script, .list a:not([href^='0']):not([href^='1'])"
                        + ":not([href^='2']):not([href^='3']):not([href^='4']):not([href^='5']):not([href^='6'])"
                        + ":not([href^='7']):not([href^='8']):not([href^='9'])"))
                .isEmpty();
        assertThat(texts(".list tbody th a")).anyMatch(name -> name.contains("<img src=x onerror=alert(1)>"));
    }
}
