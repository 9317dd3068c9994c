package dev.jprof.report.session;

import dev.jprof.api.Views;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.PythonRegex;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.UsageException;
import dev.jprof.report.view.format.TextReport;
import dev.jprof.report.view.format.TextTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The views of the command, with its defaults, for profiles that a program takes of itself. Stateless. */
public final class SessionViews implements Views {
    private static final double LEAST_PERCENT = 1;
    private static final TextReport TEXT = new TextReport(new Numbers(Unit.S, false), List.of(), false);

    /** Writes one view. */
    private interface View {
        void write(Profile profile, Appendable out) throws IOException;
    }

    @Override
    public String table(byte[] profile, String sort, String limit) {
        return text(profile, (read, out) -> {
            SortOrder order = SortOrder.parse(List.of(sort), false);
            Table table = Table.of(read, Grouping.METHOD, order, restrictions(limit));
            TEXT.table(table, table.columns(List.of()), out);
        });
    }

    @Override
    public String callers(byte[] profile, String regex) {
        return relatives(profile, regex, Direction.CALLERS);
    }

    @Override
    public String callees(byte[] profile, String regex) {
        return relatives(profile, regex, Direction.CALLEES);
    }

    @Override
    public String tree(byte[] profile) {
        return text(
                profile,
                (read, out) ->
                        new TextTree(TEXT, true).write(Tree.of(read, LEAST_PERCENT, Tree.DEAREST), List.of(), out));
    }

    @Override
    public String html(byte[] profile, String title) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        text(profile, (read, out) -> HtmlPage.of(read, title).write(page));
        return page.toString(StandardCharsets.UTF_8);
    }

    private static String relatives(byte[] profile, String regex, Direction direction) {
        return text(profile, (read, out) -> {
            List<Restriction> subjects = List.of(new Restriction.Matching(regex, PythonRegex.compile(regex)));
            SortOrder order = SortOrder.parse(List.of("cumulative"), false);
            TEXT.relatives(Relatives.of(read, direction, subjects, order, List.of()), List.of(), out);
        });
    }

    private static List<Restriction> restrictions(String limit) {
        return limit.isEmpty() ? List.of() : List.of(Restriction.parse(limit));
    }

    private static String text(byte[] profile, View view) {
        try {
            StringBuilder out = new StringBuilder();
            view.write(Correction.withProbesRow(Correction.corrected(ProfileReader.read(profile))), out);
            return out.toString();
        } catch (UsageException mistake) {
            throw new IllegalArgumentException(mistake.getMessage(), mistake);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
