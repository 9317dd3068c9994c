package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.HtmlPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New against old in the sandwich: both sides of each edge and the difference. */
@InChromium
class ComparedSandwichIT {
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
    void sandwich_has_both_sides_of_each_edge_however_the_tree_is_shown() {
        List<List<String>> callees = List.of(
                List.of(
                        "slower",
                        "30 calls",
                        "400 ms self",
                        "400 ms total",
                        "base 10",
                        "100 ms self",
                        "100 ms total",
                        "+20",
                        "+300 ms",
                        "+300 ms"),
                List.of(
                        "faster",
                        "10 calls",
                        "100 ms self",
                        "100 ms total",
                        "base 10",
                        "300 ms self",
                        "300 ms total",
                        "0",
                        "−200 ms",
                        "−200 ms"),
                List.of(
                        "gone",
                        "0 calls",
                        "0 self",
                        "0 total",
                        "base 5",
                        "200 ms self",
                        "200 ms total",
                        "−5",
                        "−200 ms",
                        "−200 ms"),
                List.of(
                        "added",
                        "7 calls",
                        "150 ms self",
                        "150 ms total",
                        "base 0",
                        "0 self",
                        "0 total",
                        "+7",
                        "+150 ms",
                        "+150 ms"),
                List.of(
                        "same",
                        "10 calls",
                        "50.0 ms self",
                        "50.0 ms total",
                        "base 10",
                        "50.0 ms self",
                        "50.0 ms total",
                        "0",
                        "0",
                        "0"));
        List<String> caller = new ArrayList<>(callees.get(2));
        caller.set(0, "main");
        for (String shown : List.of("", "fold: 'nobody.has.this.name'", "collapse: true", "merged: true")) {
            page.js("jprof.page.reshapeBy({fold: '', collapse: false, merged: false})");
            page.js("jprof.page.reshapeBy({" + shown + "})");
            page.js("jprof.page.chooseMethod(" + method("com.acme.Main.main") + ")");
            assertThat(edges("callees")).as(shown).isEqualTo(callees);
            assertThat(page.text("callees")).as(shown).startsWith("Calls (5)");

            page.js("jprof.page.chooseMethod(" + method("com.acme.A.gone") + ")");
            assertThat(edges("callers")).as(shown).containsExactly(caller);
        }
    }

    @Test
    void sandwich_compares_shares_too() {
        page.js("jprof.page.set({scale: 'share'}, true)");
        page.js("jprof.page.chooseMethod(" + method("com.acme.A.added") + ")");

        assertThat(edges("callers").get(0)).endsWith("+12.07 pp", "+21.13 pp", "+21.13 pp");
    }

    private static String method(String name) {
        return "jprof.model.names.methods.function.indexOf('" + name + "')";
    }

    private static List<List<String>> edges(String id) {
        return page.js(
                "return [...document.querySelectorAll(arguments[0])].map(edge => [...edge.querySelectorAll('b, span')].map(word => word.textContent.replace(/^.*[.]/, word.tagName === 'B' ? '' : '$&')))",
                "#" + id + " .edge");
    }
}
