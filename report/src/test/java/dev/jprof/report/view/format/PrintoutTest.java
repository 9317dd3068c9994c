package dev.jprof.report.view.format;

import dev.jprof.report.export.JsonReport;
import dev.jprof.report.io.Json;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.view.Column;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.Unit;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintoutTest {
    private static final Profile PROFILE = SampleProfiles.small();
    private static final SortOrder BY_TIME = SortOrder.parse(List.of("cumtime"), false);
    private static final SortOrder BY_P99 = SortOrder.parse(List.of("p99"), false);
    private static final Numbers SECONDS = new Numbers(Unit.S, false);
    private static final Numbers PLAIN = new Numbers(Unit.S, true);

    private final StringWriter out = new StringWriter();
    private final Locale locale = Locale.getDefault();

    /** Its decimal comma and its dotless i find every place that forgets to say which locale. */
    @BeforeEach
    void speak_turkish() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void speak_as_before() {
        Locale.setDefault(locale);
    }

    @Test
    void table() throws IOException {
        text(SECONDS).table(table(Grouping.METHOD), Column.DEFAULT, out);

        Golden.check("report.txt", out.toString());
    }

    @Test
    void table_with_limits_and_every_column() throws IOException {
        List<Restriction> limits = List.of(Restriction.parse("com"), Restriction.parse("3"));
        Table limited = Table.of(PROFILE, Grouping.METHOD, BY_TIME, limits);

        text(SECONDS).table(limited, Column.parse(Column.words()), out);

        Golden.check("report-columns.txt", out.toString());
    }

    @Test
    void table_of_nothing() throws IOException {
        Table empty = Table.of(SampleProfiles.empty(), Grouping.METHOD, BY_TIME, List.of());

        text(SECONDS).table(empty, Column.DEFAULT, out);

        Golden.check("report-empty.txt", out.toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Unit.class,
            names = {"AUTO", "MS", "US", "NS"})
    void table_in_another_unit(Unit unit) throws IOException {
        text(new Numbers(unit, false)).table(table(Grouping.METHOD), Column.DEFAULT, out);

        Golden.check("report-" + unit.name().toLowerCase(Locale.ROOT) + ".txt", out.toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Grouping.class,
            names = {"CLASS", "PACKAGE", "THREAD"})
    void table_by_group(Grouping by) throws IOException {
        text(SECONDS).table(table(by), Column.DEFAULT, out);

        Golden.check("report-by-" + by.name().toLowerCase(Locale.ROOT) + ".txt", out.toString());
    }

    @Test
    void table_of_some_paths_on_a_terminal() throws IOException {
        PathCuts cuts = new PathCuts(List.of("main"), List.of("fib"), List.of("add"), List.of("Tiny"));
        Table cut = Table.of(cuts.apply(PROFILE), Grouping.METHOD, BY_TIME, List.of());

        new TextReport(SECONDS, cuts.scope(), true).table(cut, Column.DEFAULT, out);

        Golden.check("report-cut.txt", out.toString());
    }

    @Test
    void table_as_csv() throws IOException {
        Csv.write(table(Grouping.METHOD).grid(Column.DEFAULT, PLAIN), out);

        Golden.check("report.csv", out.toString());
    }

    @Test
    void table_as_markdown() throws IOException {
        Markdown.write(table(Grouping.METHOD).grid(Column.DEFAULT, SECONDS), out);

        Golden.check("report.md", out.toString());
    }

    @Test
    void table_as_json() throws IOException {
        checkJson("report.json", json -> new JsonReport(List.of()).table(table(Grouping.METHOD), json));
    }

    @Test
    void callers() throws IOException {
        text(SECONDS).relatives(relatives(Direction.CALLERS), List.of(), out);

        Golden.check("callers.txt", out.toString());
    }

    @Test
    void callees_as_json() throws IOException {
        checkJson("callees.json", json -> new JsonReport(List.of()).relatives(relatives(Direction.CALLEES), json));
    }

    @Test
    void callees_as_csv() throws IOException {
        Csv.write(relatives(Direction.CALLEES).grid(List.of(), PLAIN), out);

        Golden.check("callees.csv", out.toString());
    }

    @Test
    void tree_in_boxes() throws IOException {
        new TextTree(text(SECONDS), true).write(Tree.of(PROFILE, 0, Tree.DEAREST), List.of(), out);

        Golden.check("tree.txt", out.toString());
    }

    @Test
    void tree_without_boxes_and_without_what_is_cheap() throws IOException {
        new TextTree(text(SECONDS), false).write(Tree.of(PROFILE, 0.001, Tree.DEAREST), List.of(), out);

        Golden.check("tree-pruned.txt", out.toString());
    }

    @Test
    void callers_with_every_column() throws IOException {
        Relatives relatives = relatives(Direction.CALLERS);

        text(SECONDS).relatives(relatives, Column.parse(Column.words()), out);

        Golden.check("callers-columns.txt", out.toString());
    }

    @Test
    void callees_by_a_column_that_is_not_usual() throws IOException {
        List<Restriction> which = List.of(Restriction.parse("Main.main|Work"));
        Relatives byP99 = Relatives.of(PROFILE, Direction.CALLEES, which, BY_P99, List.of());

        text(SECONDS).relatives(byP99, List.of(), out);
        out.append("\n");
        Csv.write(byP99.grid(List.of(), PLAIN), out);
        out.append("\n");
        Markdown.write(byP99.grid(Column.parse(List.of("name,p50,ncalls")), SECONDS), out);

        Golden.check("callees-by-p99.txt", out.toString());
    }

    @Test
    void tree_with_every_column() throws IOException {
        new TextTree(text(SECONDS), true).write(Tree.of(PROFILE, 0, Tree.DEAREST), Column.parse(Column.words()), out);

        Golden.check("tree-columns.txt", out.toString());
    }

    @Test
    void tree_by_a_column_that_is_not_usual() throws IOException {
        Tree byP99 = Tree.of(PROFILE, 0.001, BY_P99);

        new TextTree(text(SECONDS), false).write(byP99, List.of(), out);
        out.append("\n");
        Csv.write(byP99.grid(List.of(), PLAIN), out);
        out.append("\n");
        Markdown.write(byP99.grid(Column.parse(List.of("name,p50,ncalls")), SECONDS), out);

        Golden.check("tree-by-p99.txt", out.toString());
    }

    @Test
    void table_by_a_column_that_is_not_usual() throws IOException {
        Table byP99 = Table.of(PROFILE, Grouping.METHOD, BY_P99, List.of(Restriction.parse("2")));

        text(SECONDS).table(byP99, byP99.columns(List.of()), out);

        Golden.check("report-by-p99.txt", out.toString());
    }

    @Test
    void tree_as_json() throws IOException {
        checkJson("tree.json", json -> new JsonReport(List.of()).tree(Tree.of(PROFILE, 1, Tree.DEAREST), json));
    }

    private static TextReport text(Numbers numbers) {
        return new TextReport(numbers, List.of(), false);
    }

    private static Table table(Grouping by) {
        return Table.of(PROFILE, by, BY_TIME, List.of());
    }

    private static Relatives relatives(Direction direction) {
        List<Restriction> which = List.of(Restriction.parse("Main.main|Work"));
        return Relatives.of(PROFILE, direction, which, BY_TIME, List.of(Restriction.parse("2")));
    }

    /** One object a line, for people who look at the file. */
    private void checkJson(String name, Consumer<Json> content) throws IOException {
        Json.write(out, content);
        Golden.check(name, out.toString().replace("},{", "},\n{").replace("[{", "[\n{") + "\n");
    }
}
