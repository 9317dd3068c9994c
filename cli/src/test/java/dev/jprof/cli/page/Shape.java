package dev.jprof.cli.page;

import java.util.Map;

/**
 * Something that the chart has drawn, in its own pixels.
 *
 * @param path the names of a node and its callers, with line breaks between them
 * @param name of a method, class or package in the treemap
 * @param x left edge, or the angle where an arc begins
 * @param w width, or the angle of an arc
 */
record Shape(String kind, String path, String name, double value, double x, double y, double w, double h) {
    /** Reads all shapes of the page; the page offers them to tests under this name. */
    static final String SCRIPT = """
            const {chart, model} = window.jprof;
            const {tree, names} = model;
            return chart.shapes.map(s => ({
              kind: s.kind, value: s.value,
              path: s.node >= 0 ? tree.path(s.node).map(node => names.full(tree.method[node])).join("\\n") : "",
              name: s.kind === "method" ? names.full(s.method) : s.name ?? "",
              x: s.x ?? s.a0, y: s.y ?? s.r0, w: s.w ?? s.a1 - s.a0, h: s.h ?? s.r1 - s.r0,
            }));
            """;

    static Shape of(Map<?, ?> read) {
        return new Shape(
                (String) read.get("kind"),
                (String) read.get("path"),
                (String) read.get("name"),
                number(read, "value"),
                number(read, "x"),
                number(read, "y"),
                number(read, "w"),
                number(read, "h"));
    }

    private static double number(Map<?, ?> read, String key) {
        return ((Number) read.get(key)).doubleValue();
    }

    boolean isNode() {
        return kind.equals("node");
    }

    String last() {
        return path.substring(path.lastIndexOf('\n') + 1);
    }
}
