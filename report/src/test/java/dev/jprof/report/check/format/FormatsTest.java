package dev.jprof.report.check.format;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Runs;
import dev.jprof.report.check.rule.RulesFile;
import dev.jprof.report.view.format.Golden;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A bar, backticks, a workflow command, a percent sign, controls, markup, a bidi mark and what XML can't hold. */
    private static final String HOSTILE =
            "evil.A|`b``c\n::error::%0A\u0000\u001b[31m<b>]]>\u202e\uffff\ud800@you,x.run";

    @TempDir
    private Path folder;

    @Test
    void a_broken_check_reads_well_in_every_format() throws Exception {
        CheckResult result = broken();

        Golden.check("check-broken.txt", written(new CheckText(false), result));
        Golden.check("check-broken.md", written(new CheckMarkdown("comparison.html"), result));
        Golden.check("check-broken.json", pretty(written(new CheckJson(), result)));
        Golden.check("check-broken.xml", written(new JUnitXml(), result));
        Golden.check("check-broken.sarif", pretty(written(new Sarif(sources(), "1.2.3"), result)));
        Golden.check("check-broken-annotations.txt", written(new Annotations(sources()), result));
        Golden.check("check-broken-jmh.json", pretty(written(new JmhJson("1.2.3"), result)));
    }

    @Test
    void a_check_that_holds_is_short() throws Exception {
        CheckResult result = new Runs(folder)
                .base(profile("a.B.main 1 5"))
                .current(profile("a.B.main 1 5"))
                .rule("calls(a.*) <= +0%")
                .check();

        assertThat(written(new CheckText(false), result)).isEqualTo("""
                OK: 1 rule holds (1 run against 1 run of the base)

                fine: 1 rule, 1 method
                """);
        assertThat(written(new CheckMarkdown(""), result)).isEqualTo("""
                ### :white_check_mark: jprof: 1 rule holds (1 run against 1 run of the base)

                Fine: 1 rule, 1 method.
                """);
        assertThat(written(new Annotations(sources()), result)).isEmpty();
    }

    @Test
    void the_verdict_is_bold_and_a_broken_one_red() throws Exception {
        assertThat(written(new CheckText(true), broken()))
                .startsWith("\033[1;31mREGRESSION: ")
                .contains("base)\033[0m\n");
    }

    @Test
    void without_a_base_it_is_said_what_was_not_tried() throws Exception {
        CheckResult result = new Runs(folder)
                .current(profile("a.B.main 1 5"))
                .rule("calls(a.*) <= +0%")
                .check();

        Golden.check("check-no-base.txt", written(new CheckText(false), result));
        assertThat(xml(written(new JUnitXml(), result))
                        .getElementsByTagName("skipped")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void hostile_names_stay_what_they_are() throws Exception {
        CheckResult result = hostile();

        assertThat(written(new CheckText(false), result)).doesNotContain("\u001b", "\u0000", "\u202e");
        String markdown = written(new CheckMarkdown("a>b.html"), result);
        assertThat(markdown.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(6));
        assertThat(markdown).contains("```evil.A\\|`b``c\\u000a::error::%0A").contains("](<a%3Eb.html>)");
        String annotations = written(new Annotations(sources()), result);
        assertThat(annotations.lines()).hasSize(1);
        assertThat(annotations)
                .startsWith("::error file=evil/A|`b``c\\u000a%3A%3Aerror%3A%3A%250A\\u0000")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void hostile_names_are_whole_in_documents() throws Exception {
        CheckResult result = hostile();

        Document junit = xml(written(new JUnitXml(), result));
        assertThat(((Element) junit.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .startsWith("evil.A|`b``c\\u000a::error::%0A\\u0000\\u001b[31m<b>]]>\\u202e\\uffff\\ud800@you,x.run");
        JsonNode sarif = JSON.readTree(written(new Sarif(sources(), "1"), result));
        assertThat(sarif.at("/runs/0/results/0/message/text").asString()).startsWith("evil.A|`b``c\\u000a");
        JsonNode json = JSON.readTree(written(new CheckJson(), result));
        assertThat(json.at("/rules/0/findings/0/method").asString()).startsWith("evil.A|`b``c\n::error");
    }

    /** One rule each: broken and holding, warned of, undecided, with a quarantined method, and ignored. */
    private CheckResult broken() throws Exception {
        String[] first = {
            "a.B.main 1 5000",
            "a.B.main/a.B.load 2 3000",
            "a.B.main/a.B.load/a.Dao.find 6 90000",
            "a.B.main/a.B.race 3 1"
        };
        String[] second = {
            "a.B.main 1 5000",
            "a.B.main/a.B.load 2 3000",
            "a.B.main/a.B.load/a.Dao.find 6 91000",
            "a.B.main/a.B.race 5 1"
        };
        String[] more = {
            "a.B.main 1 5000",
            "a.B.main/a.B.load 2 3000",
            "a.B.main/a.B.load/a.Dao.find 8 99000",
            "a.B.main/a.B.race 4 1"
        };
        return new Runs(folder)
                .base(profile(first))
                .base(profile(second))
                .current(profile(more))
                .current(profile(more))
                .rule("calls(a.*) <= +0%")
                .rule("calls(a.Dao.*) <= 7 warning")
                .rule("self(a.Dao.find) <= +5%")
                .rule("total(a.B.main) <= 1s")
                .rules(RulesFile.parse("jprof.yml", """
                        rules:
                          - rule: sum(calls(a.Dao.*)) <= +0%
                            ignore:
                              - method: a.Dao.*
                                reason: one look-up more since ACME-7 | *for a while*
                                until: 2026-12-31
                        """))
                .check();
    }

    private CheckResult hostile() throws Exception {
        return new Runs(folder)
                .base(profile(HOSTILE + " 1 5"))
                .current(profile(HOSTILE + " 2 5"))
                .rule("calls(*) <= +0%")
                .check();
    }

    private SourceFiles sources() throws IOException {
        return SourceFiles.below(folder);
    }

    private static String written(CheckFormat format, CheckResult result) throws IOException {
        StringWriter out = new StringWriter();
        format.write(result, out);
        return out.toString();
    }

    private static String pretty(String json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
