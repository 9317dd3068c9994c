package dev.jprof.cli;

import static dev.jprof.report.check.Runs.profile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.check.Runs;
import dev.jprof.report.check.format.CheckMarkdown;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    private static final Profile THREE = profile("a.B.main 1 5000", "a.B.main/a.Dao.find 3 5000");
    private static final Profile FOUR = profile("a.B.main 1 5000", "a.B.main/a.Dao.find 4 5000");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeProfiles() throws IOException {
        ProfileWriter.write(THREE, file("three.json"));
        ProfileWriter.write(THREE, file("again.json"));
        ProfileWriter.write(FOUR, file("four.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    three.json | again.json | calls(a.*) <= +0%       | 0
                    three.json | three.json | calls(a.*) <= +0%       | 2
                    *.json     | four.json  | calls(a.*) <= +0%       | 2
                    four.json  | three.json | calls(a.*) <= +0%       | 0
                    three.json | four.json  | calls(a.*) <= +0%       | 1
                    three.json | four.json  | calls(a.*) <= 3 warning | 0
                    three.json | four.json  | self(a.*) <= +5%        | 5
                    three.json | four.json  | calls(a.C.*) <= +0%     | 2
                    three.json | four.json  | calls(a.*) < 3          | 2
                    three.json | none.json  | calls(a.*) <= +0%       | 2
                    none.json  | four.json  | calls(a.*) <= +0%       | 2
                    none.json  | four.json  | calls(a.*) <= 4         | 0
                    t*.json    | four.json  | calls(a.B.*) <= +0%     | 0
                    *.txt      | four.json  | calls(a.B.*) <= +0%     | 2
                    """)
    void the_exit_code_says_how_it_ended(String base, String current, String rule, int code) {
        assertThat(jprof("--base", file(base), "--new", file(current), "--rule", rule))
                .isEqualTo(code);
        assertThat(err.toString(UTF_8).isEmpty()).isEqualTo(code != 2);
        assertThat(err.toString(UTF_8).lines().count()).isLessThan(2);
    }

    @Test
    void a_missing_base_is_allowed_when_asked_and_said() {
        assertThat(jprof(
                        "--base",
                        file("none"),
                        "--new",
                        file("four.json"),
                        "--allow-missing-base",
                        "--rule",
                        "calls(a.*) <= +0%",
                        "--rule",
                        "calls(a.*) <= 3"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("there is no base, so rules that compare were not tried: 1 of 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typo.json", "typo*.json", "empty", "typo/"})
    void a_missing_part_of_the_base_is_refused_or_said(String part) throws IOException {
        Files.createDirectory(file("empty"));
        Object[] check = {
            "--base",
            file("three.json"),
            "--base",
            file(part),
            "--new",
            file("again.json"),
            "--rule",
            "calls(a.*) <= +0%"
        };
        String missing = "jprof check: a part of the base is missing, there is none at " + folder + "/" + part;

        assertThat(jprof(check)).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualTo(missing.replaceAll("/$", "")
                        + "; name what is there, or compare with the rest by --allow-missing-base\n");
        assertThat(jprof(Stream.concat(Stream.of(check), Stream.of("--allow-missing-base"))
                        .toArray()))
                .isZero();
        assertThat(err.toString(UTF_8)).isEqualTo(missing.replaceAll("/$", "") + "; compared with the rest\n");
    }

    @Test
    void every_mistake_of_every_rule_is_said() throws IOException {
        Path rules = Files.writeString(file("rules.yml"), "rules:\n  - calls(a.*) <= x\n  - self(a.*) <= 1\n");

        assertThat(jprof("--rules", rules, "--rule", "p99() <= 1s", "--new", file("four.json")))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "jprof check: " + rules + ":2:19: there is no severity 'x'; write error, warning or nothing",
                        "jprof check: " + rules
                                + ":3:18: self needs a unit; write a time with its unit: 2s, 5ms, 10us or 100ns",
                        "jprof check: --rule 'p99() <= 1s', column 5: no method is named; write a name, or a pattern such as"
                                + " com.acme.*");
    }

    @Test
    void one_run_writes_several_formats() throws IOException {
        assertThat(jprof(
                        "--base",
                        file("three.json"),
                        "--new",
                        file("four.json"),
                        "--rule",
                        "calls(a.*) <= +0%",
                        "-f",
                        "md",
                        "-o",
                        file("c.md"),
                        "-f",
                        "json",
                        "-o",
                        file("c.json"),
                        "-f",
                        "junit",
                        "-o",
                        file("c.xml"),
                        "-f",
                        "sarif",
                        "-o",
                        file("c.sarif"),
                        "-f",
                        "jmh",
                        "-o",
                        file("jmh.json"),
                        "-f",
                        "html",
                        "-o",
                        file("c.html"),
                        "-f",
                        "text",
                        "-o",
                        file("c.txt")))
                .isEqualTo(1);

        assertThat(out.toString(UTF_8))
                .isEqualTo(Files.readString(file("c.txt")))
                .startsWith("REGRESSION: ");
        assertThat(file("c.md")).content().contains("[Both sides in full](<" + file("c.html") + ">)");
        assertThat(file("c.json"))
                .content()
                .startsWith("{\"format\":\"jprof-check/1\",\"verdict\":\"regression\",\"exitCode\":1,");
        assertThat(file("c.xml")).content().contains("<failure ");
        assertThat(file("c.sarif")).content().contains("\"version\":\"2.1.0\"");
        assertThat(file("jmh.json")).content().contains("\"benchmark\":\"a.Dao.find:calls\"");
        assertThat(file("c.html")).content().contains("<title>");
    }

    @Test
    void one_format_goes_to_standard_output_and_two_do_not() {
        String[] check = {
            "--base",
            file("three.json").toString(),
            "--new",
            file("four.json").toString(),
            "--rule",
            "calls(a.*) <= +0%"
        };

        assertThat(jprof(
                        Stream.concat(Stream.of(check), Stream.of("-f", "json")).toArray()))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("{").doesNotContain("REGRESSION");
        assertThat(jprof(Stream.concat(Stream.of(check), Stream.of("-f", "json", "-f", "md"))
                        .toArray()))
                .isEqualTo(2);
        assertThat(jprof(Stream.concat(Stream.of(check), Stream.of("-f", "xml")).toArray()))
                .isEqualTo(2);
    }

    @Test
    void first_rules_are_written_once_and_hold() {
        Path rules = file("first.yml");

        assertThat(jprof("--init", file("three.json"), "--rules", rules)).isZero();
        assertThat(jprof("--init", file("three.json"), "--rules", rules)).isEqualTo(2);
        assertThat(jprof("--rules", rules, "--base", file("three.json"), "--new", file("again.json")))
                .isZero();
        assertThat(jprof("--rules", rules, "--base", file("three.json"), "--new", file("four.json")))
                .isEqualTo(1);
    }

    @Test
    void accepted_runs_are_the_base() {
        Path baseline = file("baseline");

        assertThat(accept(file("three.json"), "--base", baseline)).isZero();
        assertThat(jprof("--base", baseline, "--new", file("four.json"), "--rule", "calls(a.*) <= +0%"))
                .isEqualTo(1);
        assertThat(accept(file("four.json"), "--base", baseline)).isZero();
        assertThat(out.toString(UTF_8)).contains("accepted as " + baseline.resolve("0002.json"));
        assertThat(jprof(
                        "--base", baseline, "--newest", "1", "--new", file("four.json"), "--rule", "calls(a.*) <= +0%"))
                .isZero();
        assertThat(accept(file("none.json"), "--base", baseline)).isEqualTo(2);
        assertThat(accept(file("three.json"), "--base", file("four.json"))).isEqualTo(2);
        assertThat(baseline.toFile().list()).hasSize(2);
    }

    @Test
    void runs_that_were_recorded_in_pairs_are_all_compared() {
        for (int run = 1; run <= 12; run++) {
            accept(file("three.json"), "--base", file("runs/base"));
            accept(file("four.json"), "--base", file("runs/new"));
        }

        assertThat(jprof("--base", file("runs/base"), "--new", file("runs/new"), "--rule", "calls(a.*) <= +0%"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("(12 runs against 12 runs of the base)");
        assertThat(jprof("--base", file("runs/base"), "--new", file("four.json"), "--rule", "calls(a.*) <= +0%"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("(1 run against 10 runs of the base)");
    }

    @Test
    void a_step_of_a_workflow_gets_a_summary_and_annotations() throws Exception {
        var result = new Runs(folder)
                .base(THREE)
                .current(FOUR)
                .rule("calls(a.*) <= +0%")
                .check();
        Path summary = Files.writeString(file("summary.md"), "before\n");
        var step = new GitHubStep(Map.of("GITHUB_STEP_SUMMARY", summary.toString(), "GITHUB_ACTIONS", "true"));
        StringWriter annotations = new StringWriter();

        step.summarise(result, new CheckMarkdown(""));
        step.annotate(result, annotations);
        new GitHubStep(Map.of()).annotate(result, annotations);

        assertThat(Files.readString(summary)).startsWith("before\n### :x: jprof: 1 of 1 rule is broken");
        assertThat(annotations.toString().lines())
                .singleElement()
                .asString()
                .startsWith("::error file=a/Dao.java,line=12,title=");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private int jprof(Object... arguments) {
        return run("check", arguments);
    }

    private int accept(Object... arguments) {
        return run("accept", arguments);
    }

    private int run(String verb, Object... arguments) {
        out.reset();
        err.reset();
        List<String> words = Stream.concat(Stream.of(verb), Stream.of(arguments).map(Object::toString))
                .toList();
        return Main.run(words.toArray(String[]::new), out, err);
    }
}
