package dev.jprof.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The GitHub Action ends a step as {@code jprof check} ends, and leaves its results for the next ones. */
@DisabledOnOs(OS.WINDOWS)
class ActionIT {
    private static final Path ACTION = Path.of("../integrations/github-action/action.yml");
    private static final String EXAMPLES = "java -cp examples/target/jprof-examples-0.1.0.jar dev.jprof.examples.";
    private static final String NO_MORE_CALLS = "rules: [sum(calls(dev.jprof.examples.*)) <= +10%]";

    @TempDir
    static Path temporary;

    private static ReadersFolder reader;

    @BeforeAll
    static void acceptTheFastVersion() throws IOException, InterruptedException {
        reader = ReadersFolder.in(temporary);
        for (String line : List.of(
                "jprof run --file profile.json -- " + EXAMPLES + "FastSystems --scale 0.01",
                "jprof run --file slow.json -- " + EXAMPLES + "SlowSystems --scale 0.01",
                "jprof accept profile.json --base baseline")) {
            ReadersFolder.Ended ended = reader.run(line);
            assertThat(ended.exitCode()).as(ended.output()).isZero();
        }
    }

    @Test
    void the_step_of_the_readme_is_green_when_nothing_changed() throws IOException, InterruptedException {
        Map<String, Object> step = stepOfReadme();
        assertThat((String) step.get("uses")).matches("OWNER/jprof/integrations/github-action@v\\d.*");

        CompositeAction.Done done = run(NO_MORE_CALLS, CompositeAction.map(step.get("with")));

        assertThat(done.exitCode()).as(done.log()).isZero();
        assertThat(done.log()).contains("OK: 1 rule holds").doesNotContain("::error");
        assertThat(done.outputs())
                .containsEntry("verdict", "fine")
                .containsEntry("exit-code", "0")
                .hasSize(6);
        assertThat(done.summary()).contains("jprof: 1 rule holds");
    }

    @Test
    void a_regression_fails_the_step_and_is_in_every_result() throws IOException, InterruptedException {
        CompositeAction.Done done = run(NO_MORE_CALLS, Map.of("new", "slow.json"));

        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.log()).contains("REGRESSION: 1 of 1 rule is broken", "\n::error ");
        assertThat(done.outputs()).containsEntry("verdict", "regression").containsEntry("exit-code", "1");
        assertThat(done.summary()).contains("SlowSystems.simulateTinyOp");
        assertThat(result(done, "markdown")).isEqualTo(done.summary().stripTrailing() + "\n");
        assertThat(result(done, "sarif")).contains("\"2.1.0\"", "simulateTinyOp");
        assertThat(result(done, "junit")).contains("<failure");
        assertThat(result(done, "html")).startsWith("<!DOCTYPE html>");
    }

    @Test
    void what_cannot_be_checked_is_not_green() throws IOException, InterruptedException {
        CompositeAction.Done noRule = run("rules: [calls(dev.jprof.examples.Gone.*) <= 1]", Map.of("new", "slow.json"));
        CompositeAction.Done noBase = run(NO_MORE_CALLS, Map.of("new", "slow.json", "base", "it's gone"));

        assertThat(noRule.exitCode()).isEqualTo(2);
        assertThat(noRule.outputs()).containsOnlyKeys("verdict", "exit-code").containsEntry("verdict", "invalid");
        assertThat(noBase.exitCode()).isEqualTo(2);
        assertThat(noBase.log()).contains("there is none at it's gone");
    }

    @Test
    void one_run_cannot_decide_on_times() throws IOException, InterruptedException {
        String times = "rules: [sum(self(dev.jprof.examples.*)) <= +10%]";

        CompositeAction.Done done =
                run(times, Map.of("new", "profile.json\n", "options", "--force\n--newest\n1\n", "jprof", "jprof"));

        assertThat(done.exitCode()).as(done.log()).isEqualTo(5);
        assertThat(done.outputs()).containsEntry("verdict", "not-enough-data").containsKey("sarif");
    }

    private static CompositeAction.Done run(String rules, Map<String, Object> with)
            throws IOException, InterruptedException {
        Files.writeString(temporary.resolve("jprof.yml"), rules);
        return CompositeAction.read(ACTION).run(reader, temporary, with);
    }

    private static Map<String, Object> stepOfReadme() throws IOException {
        String yaml = ApiDocsIT.blocks(Path.of("../README.md"), "yaml").stream()
                .filter(block -> block.contains("github-action"))
                .findFirst()
                .orElseThrow();
        return CompositeAction.map(((List<?>) CompositeAction.yaml(yaml)).get(0));
    }

    private static String result(CompositeAction.Done done, String output) throws IOException {
        return Files.readString(temporary.resolve(done.outputs().get(output)));
    }
}
