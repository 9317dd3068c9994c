package dev.jprof.report.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The profiles of a folder as a served page, which loads itself anew when what it says has changed. Immutable. */
public final class ListPage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final String folder;
    private final List<ListEntry> entries;
    private final ZoneId zone;

    /** In the order of the entries; {@code zone} is that of the dates. */
    public ListPage(String folder, List<ListEntry> entries, ZoneId zone) {
        this.folder = folder;
        this.entries = List.copyOf(entries);
        this.zone = zone;
    }

    public PlainPage page() {
        StringBuilder body = new StringBuilder("<header><h1>Profiles</h1><p id=\"summary\">")
                .append(Markup.text(folder))
                .append("</p></header>\n<table class=\"list\">\n<thead><tr><th scope=\"col\">Profile</th>")
                .append("<th scope=\"col\">Program</th><th scope=\"col\">Recorded</th>")
                .append(
                        "<th scope=\"col\">Calls</th><th scope=\"col\" title=\"sum of self times\">Time</th></tr></thead>\n")
                .append("<tbody>\n");
        entries.forEach(entry -> line(entry, body));
        body.append(
                        "</tbody>\n</table>\n<p class=\"hint\">These profiles were here when jprof serve began; newer ones are ")
                .append(
                        "listed when it begins again. Pages follow their profiles: they load anew when the file changes.</p>\n");
        return new PlainPage("Profiles", body.toString());
    }

    private void line(ListEntry entry, StringBuilder body) {
        body.append("<tr><th scope=\"row\"><a href=\"")
                .append(Markup.text(entry.address()))
                .append("\">")
                .append(Markup.text(entry.name()))
                .append("</a></th>");
        if (entry.headline().isPresent()) {
            Headline headline = entry.headline().get();
            cell(headline.program(), body);
            cell(recorded(headline.start()), body);
            cell(headline.calls(), body);
            cell(headline.time(), body);
        } else if (entry.problem().isEmpty()) {
            body.append("<td class=\"wait\" colspan=\"4\">reading …</td>");
        } else {
            body.append("<td class=\"problem\" colspan=\"4\">")
                    .append(Markup.text(entry.problem()))
                    .append("</td>");
        }
        body.append("</tr>\n");
    }

    private static void cell(String text, StringBuilder body) {
        String safe = Markup.text(text);
        body.append("<td title=\"").append(safe).append("\">").append(safe).append("</td>");
    }

    private String recorded(String start) {
        try {
            return MINUTE.format(Instant.parse(start).atZone(zone));
        } catch (DateTimeException otherwiseWritten) {
            return start;
        }
    }
}
