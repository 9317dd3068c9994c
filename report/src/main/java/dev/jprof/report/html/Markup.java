package dev.jprof.report.html;

import dev.jprof.report.view.Printable;

/** Text of strangers where HTML is expected. */
final class Markup {
    private Markup() {}

    /** For the content of an element and for an attribute in quotes. */
    static String text(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                // A name must not be taken for a hole in a page.
                .replace("{", "&#123;");
    }
}
