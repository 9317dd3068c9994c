package dev.jprof.maven;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Table;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.format.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Prints the table of methods that the tests called, and writes the page {@code report.html} beside their profiles. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends TestedModuleMojo {
    /** Sort keys, as {@code jprof report --sort} takes them. */
    @Parameter(property = "jprof.sort", defaultValue = "cumulative")
    private String sort;

    /** How many rows, which share of them, or those that a regular expression is found in. */
    @Parameter(property = "jprof.limit", defaultValue = "20")
    private String limit;

    @Override
    void read(TestRun run, Profile sum) throws IOException {
        Profile profile = Correction.withProbesRow(Correction.corrected(sum));
        Table table = Table.of(
                profile, Grouping.METHOD, SortOrder.parse(List.of(sort), false), List.of(Restriction.parse(limit)));
        StringWriter text = new StringWriter();
        new TextReport(new Numbers(Unit.S, false), List.of(), false).table(table, table.columns(List.of()), text);
        text.toString().lines().forEach(getLog()::info);

        Path page = run.directory().resolve("report.html");
        OutputFile.write(page, HtmlPage.of(profile, project.getArtifactId())::write);
        getLog().info("as a page: " + page);
    }
}
