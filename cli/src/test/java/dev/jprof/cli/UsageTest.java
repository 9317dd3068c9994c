package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says of mistakes and of itself. */
class UsageTest {
    private final Typed typed = new Typed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repotr FILE",
                "report",
                "report missing.json",
                "report src",
                "report pom.xml",
                "report FILE --sort tottme",
                "report FILE --sort cum",
                "report FILE --sort time,",
                "report FILE --limit -1",
                "report FILE --limit 1.5",
                "report FILE --limit (",
                "report FILE --columns ncals",
                "report FILE --by method,class",
                "report FILE --unit m",
                "report FILE --format xml",
                "report FILE --style cprofile",
                "report FILE --style pstats --format json",
                "report FILE --style pstats --columns name",
                "report FILE --focus [a",
                "report FILE --thread *",
                "report FILE --srot time",
                "report FILE --sort",
                "report FILE -o missing/p.txt",
                "report FILE -o src",
                "callers FILE",
                "callers FILE main --columns ncals",
                "callers FILE main --style pstats --columns name",
                "callees FILE main --columns ncalls,",
                "tree FILE --columns ncals",
                "tree FILE --sort tottme",
                "callers FILE [",
                "callees FILE main extra",
                "tree FILE --min 101",
                "tree FILE --min NaN",
                "tree FILE --min x",
                "merge FILE",
                "merge FILE missing.json -o p.json",
                "export FILE --to pprof -o p",
                "export FILE -o p",
                "export FILE --to collapsed --metric cals -o p",
                "export FILE --to collapsed --metric alloc -o p",
                "export FILE --to pstats --metric calls -o p",
                "check --new FILE --rules src/test",
                "top 1 -n 0",
            })
    void what_is_wrong_is_said_in_a_line_with_exit_code_2(String command) {
        assertThat(typed.jprof(command)).isEqualTo(ExitCodes.USAGE);

        List<String> lines = typed.err().lines().toList();
        assertThat(lines.get(0)).startsWith("jprof").hasSizeBetween(20, 280);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith("Try 'jprof"));
        assertThat(typed.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "repotr FILE, did you mean 'report'",
        "help repotr, did you mean 'report'",
        "report FILE --srot time, did you mean --sort",
        "export FILE --to pstat -o p, are pstats",
        "report FILE --columns ncals, 'are ncalls, pcalls'"
    })
    void near_words_are_proposed(String command, String proposal) {
        typed.jprof(command);

        assertThat(typed.err()).contains(proposal);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_reader_that_went_away_ends_the_command_quietly_and_a_full_disk_does_not(int columns) {
        String report = "report FILE --columns " + "name,".repeat(columns) + "name";

        assertThat(typed.run(report, new BrokenStream("Broken pipe"))).isZero();
        assertThat(typed.err()).isEmpty();

        assertThat(typed.run(report, new BrokenStream("No space left on device")))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(typed.err()).isEqualTo("jprof: standard output cannot be written: No space left on device\n");
    }

    @Test
    void help_that_cannot_be_written_is_a_failure_too() {
        assertThat(typed.run("--help", new BrokenStream("No space left on device")))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(typed.err()).isEqualTo("jprof: standard output cannot be written: No space left on device\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "callers", "callees", "tree", "merge", "export"})
    void help_fits_eighty_columns(String verb) {
        assertThat(typed.jprof(verb + " --help")).isZero();

        assertThat(typed.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "report --version", "merge -V"})
    void every_verb_knows_its_version(String command) {
        assertThat(typed.jprof(command)).isZero();

        assertThat(typed.out()).startsWith("jprof ").hasLineCount(1);
    }
}
