package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.view.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Names of strangers as methods, classes, files, threads, commands, options and titles: shown everywhere, run nowhere. */
@InChromium
class HostileNamesIT {
    private static final List<String> NAMES = HostileNames.all();

    /** What every view has, whatever the names are. */
    private static final String ELEMENTS = """
            return [...document.querySelectorAll('*')].map(e => e.localName)
              .filter(name => ['img', 'iframe', 'object', 'embed', 'video', 'audio', 'base', 'form', 'marquee', 'math', 'source', 'template', 'a']
                .includes(name))
              .concat([...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).map(e => e.outerHTML))
              .concat(document.scripts.length === arguments[0] ? [] : ['script'])
              .concat(document.querySelectorAll('style').length === 1 ? [] : ['style'])
              .concat(window.alarms ?? ['no trap']);
            """;

    @TempDir
    static Path folder;

    /** Each name is a thread, a class, a method and a file, and everything is called by everything before it. */
    private static Profile hostile(int shift) {
        int count = NAMES.size();
        List<Method> methods = new ArrayList<>();
        List<ThreadRow> threads = new ArrayList<>();
        int[] parent = new int[3 * count];
        int[] method = new int[3 * count];
        long[] calls = new long[3 * count];
        long[] self = new long[3 * count];
        for (int i = 0; i < count; i++) {
            String name = NAMES.get((i + shift) % count);
            String other = NAMES.get((i * 7 + shift) % count);
            methods.add(new Method(name, other, "()V", other, 1 + i, Method.Kind.JAVA, i % 9 != 1));
            methods.add(new Method(
                    "com.acme." + other,
                    name,
                    "(L" + name + ";)V",
                    name,
                    1 + i,
                    i % 5 == 0 ? Method.Kind.JDK : Method.Kind.JAVA,
                    true));
            threads.add(new ThreadRow(name, i, 3 * i, 1));
            parent[3 * i] = -1;
            method[3 * i] = -1;
            for (int below = 1; below < 3; below++) {
                parent[3 * i + below] = 3 * i + below - 1;
                method[3 * i + below] = 2 * i + below - 1;
                calls[3 * i + below] = 1 + i;
                self[3 * i + below] = 1_000_000;
            }
        }
        Map<String, Object> meta = new TreeMap<>();
        for (String key : List.of("command", "start", "tool", "mode", "clock", "reason")) {
            meta.put(key, NAMES.get((shift + key.length()) % count));
        }
        meta.put("options", Map.of("include", NAMES.get(shift % count)));
        meta.put("wallNs", 5L);
        return new Profile(
                new Meta(meta),
                methods,
                threads,
                new CallTree(parent, method, Map.of(Metric.CALLS, calls, Metric.SELF, self)));
    }

    private static void trap(OpenPage page) {
        page.js("""
                window.alarms = [];
                for (const name of ["alert", "confirm", "prompt", "open", "print"]) {
                  window[name] = () => alarms.push(name);
                }
                document.addEventListener("securitypolicyviolation", event => alarms.push(event.violatedDirective));
                """);
    }

    private static void expectNothing(OpenPage page, String what) {
        List<String> found = page.js(ELEMENTS, 1);
        assertThat(found).as(what).isEmpty();
    }

    @AfterEach
    void leave() {
        Chromium.driver().executeScript("delete window.alarms");
    }

    @Test
    void names_are_enough() {
        assertThat(NAMES).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    }

    @Test
    void every_view_shows_them_as_text() throws IOException {
        Profile profile = hostile(0);
        OpenPage page = OpenPage.of(folder, HtmlPage.of(profile, NAMES.get(1)));
        trap(page);
        for (String chart : List.of("icicle", "flame", "sunburst", "treemap")) {
            page.chart(chart);
            expectNothing(page, chart);
            page.js("jprof.chart.shapes.forEach((shape, i) => { jprof.page.hover(shape, 50, 50); })");
            expectNothing(page, "tooltips in " + chart);
            String svg = page.js("return jprof.svg()");
            assertThat(parsed(svg)).as(chart).doesNotContain("script", "img", "image", "foreignObject", "a", "iframe");
        }
        page.chart("icicle");
        for (String key : page.headings()) {
            page.sort(key);
        }
        expectNothing(page, "table");
        for (String width : List.of("calls", "time")) {
            page.choose("width", width);
        }
        for (String switched : List.of("merged", "collapse", "nojdk", "merged", "collapse", "nojdk")) {
            page.click(switched);
        }
        expectNothing(page, "switches");
    }

    private static List<String> parsed(String svg) {
        try {
            var elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new java.io.StringReader(svg)))
                    .getElementsByTagName("*");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                names.add(elements.item(i).getNodeName());
            }
            return names;
        } catch (Exception wrong) {
            throw new AssertionError("no XML: " + wrong.getMessage(), wrong);
        }
    }

    @Test
    void every_method_has_its_name_in_table_details_and_outline() throws IOException {
        Profile profile = hostile(3);
        Names names = new Names(profile);
        OpenPage page = OpenPage.of(folder, HtmlPage.of(profile, NAMES.get(3)));
        trap(page);
        List<String> shown = page.js("""
                const {page, model} = jprof;
                return model.head.methods.function.map((_, method) => {
                  page.chooseMethod(method);
                  page.hoverRow(method);
                  page.zoom(model.tree.method.indexOf(method));
                  return document.querySelector("#table .body .row.selected .name").title;
                });
                """);
        for (int method = 0; method < shown.size(); method++) {
            assertThat(shown.get(method).replaceFirst(" \\*$", ""))
                    .as("method %s", method)
                    .isEqualTo(names.printed(method));
        }
        expectNothing(page, "details");
    }

    @Test
    void typing_them_finds_or_finds_nothing() throws IOException {
        OpenPage page = OpenPage.of(folder, HtmlPage.of(hostile(5), NAMES.get(5)));
        trap(page);
        for (String name : NAMES) {
            page.js("""
                    for (const id of ["search", "fold"]) {
                      const field = document.getElementById(id);
                      field.value = arguments[0];
                      field.dispatchEvent(new Event(id === "search" ? "input" : "change"));
                    }
                    jprof.page.toggle("regex");
                    jprof.page.reshapeBy({fold: ""});
                    """, name);
        }
        expectNothing(page, "search and fold");
    }

    @Test
    void titles_and_comparisons_show_them_as_text() throws IOException {
        for (int shift = 0; shift < NAMES.size(); shift += 29) {
            OpenPage page = OpenPage.of(
                    folder,
                    HtmlPage.of(
                            hostile(shift),
                            NAMES.get(shift),
                            hostile(shift + 1),
                            NAMES.get((shift + 11) % NAMES.size())));
            trap(page);
            expectNothing(page, NAMES.get(shift));
            page.chart("treemap");
            expectNothing(page, NAMES.get(shift));
        }
    }

    @Test
    void nothing_runs_while_the_page_is_opened() throws IOException {
        Chromium.driver().executeCdpCommand("Page.enable", Map.of());
        Object trap = Chromium.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "window.alarms = []; for (const n of ['alert','confirm','prompt','open']) window[n] = () => alarms.push(n);"
                                        + "document.addEventListener('securitypolicyviolation', e => alarms.push(e.violatedDirective))"))
                .get("identifier");
        try {
            for (int shift = 0; shift < NAMES.size(); shift += 17) {
                OpenPage page = OpenPage.of(folder, HtmlPage.of(hostile(shift), NAMES.get(shift)));
                assertThat(page.<List<String>>js("return window.alarms")).isEmpty();
            }
        } finally {
            Chromium.driver().executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", trap));
        }
    }
}
