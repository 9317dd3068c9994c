package dev.jprof.report.view.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.export.JsonReport;
import dev.jprof.report.io.Json;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.view.Column;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.Unit;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed of a sampled profile: samples where others have calls, and nothing where nothing is known. */
class SampledPrintoutTest {
    private static final Profile PROFILE = SampleProfiles.sampled();
    private static final SortOrder BY_TIME = SortOrder.parse(List.of("cumtime"), false);
    private static final Numbers SECONDS = new Numbers(Unit.S, false);

    private final StringWriter out = new StringWriter();

    @Test
    void report() throws IOException {
        text().table(table(), Column.of(table().summary()), out);

        Golden.check("sampled.txt", out.toString());
    }

    @Test
    void columns_of_calls_are_empty() throws IOException {
        Csv.write(
                table().grid(
                                Column.parse(List.of(
                                        "name,ncalls,pcalls,percall,cumpercall,errors,open,running,waiting,samples")),
                                new Numbers(Unit.S, true)),
                out);

        assertThat(out.toString()).contains("com.acme.Work.fib(Work.java:30),,,,,,,,,750");
    }

    @Test
    void callers_of_samples() throws IOException {
        List<Restriction> which = List.of(Restriction.parse("Work"));
        text().relatives(Relatives.of(PROFILE, Direction.CALLERS, which, BY_TIME, List.of()), List.of(), out);

        Golden.check("sampled-callers.txt", out.toString());
    }

    @Test
    void tree_of_samples() throws IOException {
        new TextTree(text(), true).write(Tree.of(PROFILE, 0, Tree.DEAREST), List.of(), out);

        Golden.check("sampled-tree.txt", out.toString());
    }

    @Test
    void table_as_json() throws IOException {
        Json.write(out, json -> new JsonReport(List.of()).table(table(), json));

        Golden.check("sampled.json", out.toString().replace("},{", "},\n{").replace("[{", "[\n{") + "\n");
    }

    private static TextReport text() {
        return new TextReport(SECONDS, List.of(), false);
    }

    private static Table table() {
        return Table.of(PROFILE, Grouping.METHOD, BY_TIME, List.of());
    }
}
