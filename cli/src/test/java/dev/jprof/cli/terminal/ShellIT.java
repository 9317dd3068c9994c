package dev.jprof.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jprof shell} at a terminal. */
@InTmux
class ShellIT {
    private static final Path SMALL = Path.of("src/test/resources/profiles/small.json");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyProfile() throws IOException {
        Files.copy(SMALL, folder.resolve("small.json"));
    }

    @Test
    void words_are_completed_and_lines_remembered() throws IOException, InterruptedException {
        try (Screen screen = Screen.open(folder, 110, 40)) {
            screen.type("jprof shell", "Enter").shows("(?m)^%$");
            screen.type("re", "Tab").shows("(?s)% re\\b.*read.*reverse");
            screen.type("ad", "Tab", "sm", "Tab").shows("% read small\\.json");
            screen.type("Enter").shows("(?m)^small\\.json%$");
            screen.type("sort tot", "Tab", "Enter", "stats wor", "Tab").shows("Work\\.add +com\\.acme\\.Work\\.fib");
            screen.type("k.f", "Tab").shows("stats com\\.acme\\.Work\\.fib");
            screen.type("Enter").shows("Ordered by: internal time\n.*<'com.acme.Work.fib'>");
            screen.type("stts", "Enter").shows("jprof shell: there is no command 'stts'; did you mean 'stats'");
            screen.type("half a line").shows("small\\.json% half a line$");
            screen.type("C-c").shows("\nsmall\\.json%$");
            screen.type("C-d");
            assertThat(screen.shows("Goodbye\\.\nready>$")).contains("Welcome to the profile statistics browser.");

            screen.type("clear", "Enter", "jprof shell small.json", "Enter").shows("(?m)^small\\.json%$");
            screen.type("Up", "Up").shows("small\\.json% stats com\\.acme\\.Work\\.fib");
            screen.type("Enter").shows("Ordered by: cumulative time");
            screen.type("quit", "Enter").shows("Goodbye\\.\nready>$");
            screen.type("stty -a | grep -o ' echo '; echo code $?", "Enter").shows("code 0\n");
        }
    }

    @Test
    void a_terminal_gets_lines_of_a_tree_and_names_that_are_safe() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("hostile.json"), Files.readString(SMALL).replace("\"fib\"", "\"f\\u001b[31mib\""));
        try (Screen screen = Screen.open(folder, 110, 40)) {
            screen.type("jprof shell hostile.json --style pstats", "Enter").shows("(?m)^hostile\\.json%$");
            screen.type("stats ib", "Enter").shows("f\\\\u001b\\[31mib");
            screen.type("tree 0", "Enter").shows("│  └─ \\{java");
        }
    }
}
