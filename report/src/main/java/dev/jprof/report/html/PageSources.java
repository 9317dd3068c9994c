package dev.jprof.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The texts that the page is made of, as they lie in the jar. */
final class PageSources {
    /** For the treemap. Its licence, ISC, is carried along as it asks to be. */
    private static final String D3_HIERARCHY = "/META-INF/resources/webjars/d3-hierarchy/3.1.2/";

    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "decode.js",
            "tree.js",
            "reshape.js",
            "folding.js",
            "recursion.js",
            "histogram.js",
            "names.js",
            "identity.js",
            "numbers.js",
            "rows.js",
            "colors.js",
            "state.js",
            "painters.js",
            "labels.js",
            "icicle.js",
            "sunburst.js",
            "treemap.js",
            "search.js",
            "model.js",
            "chart.js",
            "tooltip.js",
            "sides.js",
            "columns.js",
            "table.js",
            "edges.js",
            "sandwich.js",
            "details.js",
            "crumbs.js",
            "outline.js",
            "pictures.js",
            "print.js",
            "divider.js",
            "tools.js",
            "keys.js",
            "live.js",
            "page.js",
            "start.js");

    private PageSources() {}

    static String html() {
        return text("page.html");
    }

    static String style() {
        return text("page.css");
    }

    /** One script of all: none of its names is visible outside. */
    static String script() {
        StringBuilder script = new StringBuilder("/*\n")
                .append(text(D3_HIERARCHY + "LICENSE"))
                .append("*/\n")
                .append(text(D3_HIERARCHY + "dist/d3-hierarchy.min.js"))
                .append("\n(() => {\n\"use strict\";\n");
        for (String name : SCRIPTS) {
            script.append(text(name)).append('\n');
        }
        return script.append("})();\n").toString();
    }

    /** As an address that needs no request. */
    static String icon() {
        byte[] bytes = text("icon.svg").getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    static String plainHtml() {
        return text("plain.html");
    }

    static String plainStyle() {
        return text("page.css") + text("plain.css");
    }

    static String plainScript() {
        return "(() => {\n\"use strict\";\n" + text("live.js") + "watch();\n})();\n";
    }

    private static String text(String name) {
        try (InputStream in = PageSources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
