package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingVerbsTest {
    private final Typed typed = new Typed();

    @TempDir
    private Path folder;

    @Test
    void merge_and_export_write_files() throws IOException {
        Path merged = folder.resolve("merged.json.gz");
        Path exported = folder.resolve("p.prof");

        assertThat(typed.jprof("merge FILE FILE -o " + merged)).isZero();
        assertThat(typed.jprof("export " + merged + " --to pstats -o " + exported))
                .isZero();
        assertThat(typed.jprof("report " + merged + " -o " + folder.resolve("report.txt")))
                .isZero();

        assertThat(Files.readAllBytes(exported)).startsWith('{');
        assertThat(folder.resolve("report.txt")).content().contains("2 profiles, 4 threads");
        assertThat(typed.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "            | [main tid=1];com/acme/Main.main;com/acme/Work.add 896340174",
                "            | [main tid=1];[probes] 138216477",
                "--raw       | [main tid=1];com/acme/Main.main;com/acme/Work.add 1000000000",
                "--metric self --raw | [pool-1 tid=12];com/acme/Work.add 90000000",
                "--metric calls      | [main tid=1];com/acme/Main.main;com/acme/Work.fib;com/acme/Work.fib 176",
                "--metric calls      | [main tid=1];com/acme/Main.main;com/acme/Work.add;java/lang/Math.sin 34552942"
            })
    void collapsed_stacks_have_the_number_that_is_asked_for(@Nullable String options, String line) {
        Path stacks = folder.resolve("stacks.txt");

        assertThat(typed.jprof("export FILE --to collapsed -o " + stacks + (options == null ? "" : " " + options)))
                .isZero();

        assertThat(stacks).content().contains(line + "\n");
    }

    @Test
    void stacks_that_were_imported_are_exported_and_imported_the_same_again() throws IOException {
        Path stacks = Files.writeString(
                folder.resolve("a.txt"), "[main tid=1];app/A.a(I)V;b c 3\n[main tid=1];app/A.a(I)V 4\n");
        Path profile = folder.resolve("a.json");
        Path exported = folder.resolve("b.txt");
        Path again = folder.resolve("b.json");

        assertThat(typed.jprof("import " + stacks + " -o " + profile)).isZero();
        assertThat(typed.jprof("export " + profile + " --to collapsed -o " + exported))
                .isZero();
        assertThat(typed.jprof("import " + exported + " -o " + again)).isZero();

        assertThat(again).hasSameTextualContentAs(profile);
        assertThat(exported).content().contains("[main tid=1];app/A.a(I)V;b c 3\n");
        assertThat(typed.jprof("export " + profile + " --to collapsed --metric blocked -o " + exported))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(typed.err()).contains("--metric knows no 'blocked'").contains("samples");
    }
}
