package dev.jprof.report.check.format;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Runs;
import dev.jprof.report.view.format.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
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
        CheckResult result = BrokenCheck.in(folder);

        Golden.check("check-broken.txt", Written.text(new CheckText(false), result));
        Golden.check("check-broken.md", Written.text(new CheckMarkdown("comparison.html"), result));
        Golden.check("check-broken.json", pretty(Written.text(new CheckJson(), result)));
        Golden.check("check-broken.xml", Written.text(new JUnitXml(), result));
        Golden.check("check-broken.sarif", pretty(Written.text(new Sarif(sources(), "1.2.3"), result)));
        Golden.check("check-broken-annotations.txt", Written.text(new Annotations(sources()), result));
        Golden.check("check-broken-jmh.json", pretty(Written.text(new JmhJson("1.2.3"), result)));
    }

    @Test
    void a_check_that_holds_is_short() throws Exception {
        CheckResult result = new Runs(folder)
                .base(profile("a.B.main 1 5"))
                .current(profile("a.B.main 1 5"))
                .rule("calls(a.*) <= +0%")
                .check();

        assertThat(Written.text(new CheckText(false), result)).isEqualTo("""
                OK: 1 rule holds (1 run against 1 run of the base)

                fine: 1 rule, 1 method
                """);
        assertThat(Written.text(new CheckMarkdown(""), result)).isEqualTo("""
                ### :white_check_mark: jprof: 1 rule holds (1 run against 1 run of the base)

                Fine: 1 rule, 1 method.
                """);
        assertThat(Written.text(new Annotations(sources()), result)).isEmpty();
    }

    @Test
    void what_a_warning_leaves_open_is_said_and_passes() throws Exception {
        CheckResult result = new Runs(folder)
                .base(profile("a.B.main 1 5000"))
                .current(profile("a.B.main 1 5000"))
                .rule("self(a.B.main) <= +5% warning")
                .rule("calls(a.B.main) <= +0%")
                .check();

        assertThat(Written.text(new CheckText(false), result))
                .startsWith("OK: 1 of 2 rules holds, 1 warns (1 run against 1 run of the base)\n")
                .contains("\nnot enough data: self(a.B.main) <= +5% (warning only)\n");
        Document junit = Written.xml(Written.text(new JUnitXml(), result));
        assertThat(junit.getElementsByTagName("error").getLength()).isZero();
        assertThat(junit.getElementsByTagName("testsuites")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("errors")
                        .getNodeValue())
                .isEqualTo("0");
        assertThat(junit.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    }

    @Test
    void the_verdict_is_bold_and_a_broken_one_red() throws Exception {
        assertThat(Written.text(new CheckText(true), BrokenCheck.in(folder)))
                .startsWith("\033[1;31mREGRESSION: ")
                .contains("base)\033[0m\n");
    }

    @Test
    void without_a_base_it_is_said_what_was_not_tried() throws Exception {
        CheckResult result = new Runs(folder)
                .current(profile("a.B.main 1 5"))
                .rule("calls(a.*) <= +0%")
                .check();

        Golden.check("check-no-base.txt", Written.text(new CheckText(false), result));
        assertThat(Written.xml(Written.text(new JUnitXml(), result))
                        .getElementsByTagName("skipped")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void hostile_names_stay_what_they_are() throws Exception {
        CheckResult result = hostile();

        assertThat(Written.text(new CheckText(false), result)).doesNotContain("\u001b", "\u0000", "\u202e");
        String markdown = Written.text(new CheckMarkdown("a>b.html"), result);
        assertThat(markdown.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(6));
        assertThat(markdown).contains("```evil.A\\|`b``c\\u000a::error::%0A").contains("](<a%3Eb.html>)");
        String annotations = Written.text(new Annotations(sources()), result);
        assertThat(annotations.lines()).hasSize(1);
        assertThat(annotations)
                .startsWith("::error file=evil/A|`b``c\\u000a%3A%3Aerror%3A%3A%250A\\u0000")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void hostile_names_are_whole_in_documents() throws Exception {
        CheckResult result = hostile();

        Document junit = Written.xml(Written.text(new JUnitXml(), result));
        assertThat(((Element) junit.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .startsWith("evil.A|`b``c\\u000a::error::%0A\\u0000\\u001b[31m<b>]]>\\u202e\\uffff\\ud800@you,x.run");
        JsonNode sarif = JSON.readTree(Written.text(new Sarif(sources(), "1"), result));
        assertThat(sarif.at("/runs/0/results/0/message/text").asString()).startsWith("evil.A|`b``c\\u000a");
        JsonNode json = JSON.readTree(Written.text(new CheckJson(), result));
        assertThat(json.at("/rules/0/findings/0/method").asString()).startsWith("evil.A|`b``c\n::error");
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

    private static String pretty(String json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
    }
}
