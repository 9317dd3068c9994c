package dev.jprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Python's own browser and {@code jprof shell --style pstats} get the same lines and print the same bytes, prompts apart. */
@DisabledOnOs(OS.WINDOWS)
class PstatsBrowserTest {
    private static final Path SMALL = Path.of("src/test/resources/profiles/small.json");
    private static final FileTime CHANGED = FileTime.fromMillis(1_795_000_000_000L);

    private static final List<String> SELECTIONS = List.of(
            "",
            "3",
            "0.5",
            "1.0",
            "1",
            "0",
            "+2",
            "-1",
            "1_0",
            "1e-1",
            "2.5",
            "-0.1",
            "nan",
            "inf",
            "fib",
            "[",
            "(?i)WORK",
            "sin}",
            "add 1",
            "com 0.5 1",
            "( 2",
            "java .5",
            "nothing",
            "0.3 [ 1",
            "99");

    private static final List<String> KEYS = List.of(
            "",
            "calls",
            "cum",
            "cu",
            "ti",
            "tot",
            "name",
            "nfl",
            "line",
            "file",
            "f",
            "module",
            "pc",
            "stdname",
            "c",
            "p50",
            "calls name",
            "ti li",
            "foo calls");

    @TempDir
    private Path folder;

    @BeforeAll
    static void findPython() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        assumeThat(there || "true".equals(System.getenv("JPROF_REQUIRE_ALL")))
                .as("python3 starts")
                .isTrue();
    }

    @BeforeEach
    void exportProfiles() throws IOException {
        String small = Files.readString(SMALL);
        profile("a", small);
        profile("b", small.replace("34552942", "345").replace("Work.java", "src/deep/Work.java"));
    }

    @Test
    void every_command() throws IOException, InterruptedException {
        expectTheSame("""
                stats
                sort cumulative name
                stats

                callers
                callees 2
                reverse
                stats fib|add 1
                add B
                stats
                sort calls
                strip
                callees
                sort nfl
                callers (
                read B
                stats 0.4
                read
                sort line
                sort
                strip
                stats
                read gone
                add gone
                read .
                add .
                st
                ?me
                stats 7.5 2
                reverse
                stats
                EOF
                stats
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void commands_at_random(int seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        StringBuilder typed = new StringBuilder();
        for (int line = 0; line < 60; line++) {
            typed.append(command(random)).append('\n');
        }
        expectTheSame(typed.toString());
    }

    private static String command(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> "stats " + one(SELECTIONS, random);
            case 2 -> "callers " + one(SELECTIONS, random);
            case 3 -> "callees " + one(SELECTIONS, random);
            case 4, 5, 6 -> "sort " + one(KEYS, random);
            case 7 -> random.nextBoolean() ? "reverse" : "";
            // After adding, Python goes on to print the callees of before; stripping makes it forget them.
            case 8 -> random.nextBoolean() ? "add B\nstrip" : "strip";
            default -> random.nextBoolean() ? "read A" : "read B";
        };
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private void expectTheSame(String typed) throws IOException, InterruptedException {
        String script = typed.replaceAll("(read|add) A", "$1 " + folder.resolve("a.json"))
                .replaceAll("(read|add) B", "$1 " + folder.resolve("b.json"));
        assertThat(jprof(script)).as(typed).isEqualTo(python(script));
    }

    private String jprof(String script) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(out, err, false);
        ShellCommand shell = new ShellCommand(console, new ByteArrayInputStream(script.getBytes(UTF_8)));
        int code = new CommandLine(shell)
                .execute("--style", "pstats", folder.resolve("a.json").toString());
        assertThat(code).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        return out.toString(UTF_8);
    }

    private String python(String script) throws IOException, InterruptedException {
        Path typed = Files.writeString(folder.resolve("script"), script.replace(".json", ".prof"));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        "python3", "-m", "pstats", folder.resolve("a.prof").toString())
                .directory(Path.of("").toAbsolutePath().toFile())
                .redirectInput(typed.toFile())
                .redirectOutput(printed.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String all = Files.readString(printed)
                .replace(folder.resolve("a.prof") + "% ", "")
                .replace(folder.resolve("b.prof") + "% ", "")
                .replace(".prof", ".json");
        assertThat(all)
                .startsWith("Welcome to the profile statistics browser.\n")
                .endsWith("\nGoodbye.\n");
        return all.substring(all.indexOf('\n') + 1, all.length() - "\nGoodbye.\n".length());
    }

    private void profile(String name, String json) throws IOException {
        Path profile = Files.writeString(folder.resolve(name + ".json"), json);
        Path exported = folder.resolve(name + ".prof");
        int code = Main.run(
                new String[] {"export", "--to", "pstats", "-o", exported.toString(), profile.toString()},
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream());
        assertThat(code).isZero();
        Files.setLastModifiedTime(profile, CHANGED);
        Files.setLastModifiedTime(exported, CHANGED);
    }
}
