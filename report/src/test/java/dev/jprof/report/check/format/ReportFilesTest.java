package dev.jprof.report.check.format;

import static dev.jprof.report.check.Runs.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Runs;
import dev.jprof.report.check.rule.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Results for other programs: JUnit XML, SARIF and JMH-JSON. */
class ReportFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** What Surefire's schema and the readers of GitHub, GitLab and Jenkins ask for. */
    @Test
    void junit_counts_what_it_holds() throws Exception {
        Document document = Written.xml(Written.text(new JUnitXml(), BrokenCheck.in(folder)));

        NodeList suites = document.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(5);
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            Map.of("tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped")
                    .forEach((attribute, element) -> assertThat(suite.getAttribute(attribute))
                            .isEqualTo(Integer.toString(
                                    suite.getElementsByTagName(element).getLength())));
            assertThat(suite.getAttribute("time")).isNotEmpty();
        }
    }

    /** The fields and kinds that the schema of SARIF 2.1.0 requires, and the limits of GitHub's reader. */
    @Test
    void sarif_has_what_its_schema_requires() throws Exception {
        JsonNode log = JSON.readTree(Written.text(new Sarif(sources(), "1"), BrokenCheck.in(folder)));

        assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("jprof");
        assertThat(run.at("/invocations/0/executionSuccessful").isBoolean()).isTrue();
        List<String> ids = new ArrayList<>();
        run.at("/tool/driver/rules").forEach(rule -> ids.add(rule.get("id").asString()));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(run.get("results")).isNotEmpty();
        for (JsonNode result : run.get("results")) {
            assertThat(result.at("/message/text").asString()).isNotBlank();
            assertThat(result.get("level").asString()).isIn("error", "warning");
            assertThat(result.get("ruleId").asString())
                    .isEqualTo(ids.get(result.get("ruleIndex").asInt()));
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asString())
                    .matches("[^:\\s]+");
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isPositive();
            assertThat(result.at("/partialFingerprints").size()).isEqualTo(1);
        }
    }

    /** Readers look for files of the repository, which are below the working directory. */
    @ParameterizedTest
    @CsvSource({"rules/jprof.yml, rules/jprof.yml", "./a b.yml, a%20b.yml", "/jprof.yml, file:///jprof.yml"})
    void a_sum_stands_where_its_rule_does(String rules, String address) throws Exception {
        for (String name : rules.startsWith("/")
                ? List.of(rules)
                : List.of(rules, Path.of(rules).toAbsolutePath().toString())) {
            CheckResult result = new Runs(folder)
                    .current(profile("a.B.main 2 5"))
                    .rules(RulesFile.parse(name, "rules: [sum(calls(a.*)) <= 1]"))
                    .check();

            JsonNode log = JSON.readTree(Written.text(new Sarif(sources(), "1"), result));
            assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                            .asString())
                    .isEqualTo(address);
        }
    }

    @Test
    void jmh_results_have_the_fields_of_jmh() throws Exception {
        JsonNode results = JSON.readTree(Written.text(new JmhJson("1"), BrokenCheck.in(folder)));

        assertThat(results).isNotEmpty();
        for (JsonNode result : results) {
            assertThat(result.propertyNames())
                    .contains(
                            "jmhVersion",
                            "benchmark",
                            "mode",
                            "threads",
                            "forks",
                            "measurementIterations",
                            "primaryMetric");
            assertThat(result.get("mode").asString()).isEqualTo("ss");
            JsonNode metric = result.get("primaryMetric");
            assertThat(metric.get("score").isNumber()).isTrue();
            assertThat(metric.get("scoreError").isNumber()).isTrue();
            assertThat(metric.get("scoreUnit").asString()).endsWith("/op");
            assertThat(metric.get("rawData").size())
                    .isEqualTo(result.get("forks").asInt());
            assertThat(result.get("secondaryMetrics").isObject()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java/a/Dao.java", "a/Dao.java", "module/src/a/Dao.java"})
    void a_source_file_is_found_by_its_package(String path) throws Exception {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.createFile(folder.resolve(path));
        Files.createDirectories(folder.resolve("target/a"));
        Files.createFile(folder.resolve("target/a/Dao.java"));
        Files.createDirectories(folder.resolve("other/aa"));
        Files.createFile(folder.resolve("other/aa/Dao.java"));

        assertThat(Written.text(new Annotations(SourceFiles.below(folder)), BrokenCheck.in(folder)))
                .contains("::error file=" + path + ",line=12,");
    }

    private SourceFiles sources() throws IOException {
        return SourceFiles.below(folder);
    }
}
