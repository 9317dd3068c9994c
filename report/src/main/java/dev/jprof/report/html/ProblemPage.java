package dev.jprof.report.html;

/** A served page in the place of a profile that can't be shown; it loads itself anew when the file has changed. */
public final class ProblemPage {
    private ProblemPage() {}

    /** {@code problem} is one line. */
    public static PlainPage of(String name, String problem) {
        return new PlainPage(
                name,
                "<header><h1>" + Markup.text(name) + "</h1><p id=\"summary\"></p>"
                        + "<div class=\"corner\"><a id=\"list\" href=\"./\">All profiles</a></div></header>\n"
                        + "<p class=\"problem\" role=\"alert\">" + Markup.text(problem) + "</p>\n");
    }
}
