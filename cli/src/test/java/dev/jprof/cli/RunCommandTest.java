package dev.jprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.agent.options.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(Option.class)
    void every_option_of_the_agent_is_in_the_help_and_in_the_documentation(Option option) throws IOException {
        jprof("run", "--help");

        assertThat(out.toString(UTF_8)).contains("--" + option.key() + "=" + option.placeholder());
        String row = Files.readString(Path.of("../docs/running.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + option.key() + "`"))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains(option.defaultValue().isEmpty() ? "| |" : "`" + option.defaultValue() + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo", "selftest", "agent-jar", "api-jar", "completion"})
    void help_is_printed_by_both_ways_of_asking(String verb) {
        assertThat(jprof(verb, "--help")).isZero();
        String asked = out.toString(UTF_8);
        out.reset();
        assertThat(jprof("help", verb)).isZero();

        assertThat(out.toString(UTF_8)).isEqualTo(asked).contains("Usage: jprof " + verb);
    }

    @Test
    void every_verb_says_the_version() {
        assertThat(jprof("run", "--version")).isZero();

        assertThat(out.toString(UTF_8)).startsWith("jprof ");
    }

    @Test
    void completion_knows_verbs_and_options() {
        assertThat(jprof("completion")).isZero();

        assertThat(out.toString(UTF_8)).contains("report", "--include", "complete -F");
    }

    @Test
    void unknown_option_names_the_nearest_one() {
        assertThat(jprof("run", "--inclde", "x", "--", "java")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("'--inclde'; did you mean --include?");
    }

    @Test
    void option_given_twice_is_an_error() {
        assertThat(jprof("run", "--include", "a.*", "--include", "b.*", "--", "java"))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("--include").contains("only once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "attach"})
    void no_name_of_a_config_file_is_not_a_file_that_is_missing(String verb) {
        assertThat(jprof(verb, "--config", "", "java")).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .startsWith("jprof " + verb + ": option 'config' expects the path of a file to read, not ''\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "sh"})
    void a_directory_in_place_of_the_file_is_refused_before_anything_runs(String command, @TempDir Path folder) {
        assertThat(jprof("run", "-o", folder.toString(), "--plan", "--", command))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .startsWith("jprof run: cannot write " + folder + ": it is a directory; name a file in it\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "NaN", "x"})
    void demo_takes_a_scale_up_to_one(String scale) {
        assertThat(jprof("demo", "--scale=" + scale)).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("--scale");
    }

    private int jprof(String... arguments) {
        return Main.run(arguments, out, err);
    }
}
