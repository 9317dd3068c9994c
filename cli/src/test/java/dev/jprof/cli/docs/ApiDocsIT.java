package dev.jprof.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What docs/api.md and the README say of sessions and spans does what they say, typed as it stands there. */
@DisabledOnOs(OS.WINDOWS)
class ApiDocsIT {
    private static final Path API = Path.of("..", "docs", "api.md");
    private static final Path README = Path.of("..", "README.md");
    private static final String LAUNCH =
            "java -javaagent:$(jprof agent-jar)=include=Snippet* -cp $(jprof api-jar) Snippet.java";

    @TempDir
    static Path temporary;

    private static ReadersFolder reader;

    @BeforeAll
    static void makeWhatTheDocumentsSpeakOf() throws IOException, InterruptedException {
        reader = ReadersFolder.in(temporary);
    }

    @Test
    void the_shell() throws IOException, InterruptedException {
        String command = blocks(API, "sh").stream()
                .filter(block -> block.startsWith("jshell"))
                .findFirst()
                .orElseThrow()
                .strip();
        Files.writeString(temporary.resolve("typed.jsh"), blocks(API, "jshell").get(0) + "/exit\n");

        ReadersFolder.Ended ended = reader.run(command + " < typed.jsh");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains("==> 13530", "==> 43782", "43,784 function calls")
                .containsPattern("43,782/2 .* REPL\\.\\S+\\.fib\\(")
                .containsPattern("(?s)\\.twice\\(.* was called by.*lambda\\$")
                .doesNotContain("Exception", "Error");
        ReadersFolder.Ended report = reader.run("jprof report fib.json");
        assertThat(report.output()).contains("43,784 function calls");
    }

    @Test
    void the_program_that_profiles_its_import() throws IOException, InterruptedException {
        ReadersFolder.Ended ended = reader.run("java -javaagent:$(jprof agent-jar) -cp $(jprof api-jar) Import.java");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("1,000 function calls").containsPattern("1,000 .* Import\\.parse\\(");
    }

    @Test
    void the_program_that_loads_the_agent_itself() throws IOException, InterruptedException {
        ReadersFolder.Ended ended =
                reader.run("java -Djprof.agent=$(jprof agent-jar)=include=Import -cp $(jprof api-jar) Import.java");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("1,000 function calls").containsPattern("1,000 .* Import\\.parse\\(");
    }

    @Test
    void the_snippet_of_the_readme() throws IOException, InterruptedException {
        ReadersFolder.Ended ended = run(blocks(README, "java").get(0));

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("1 function call").contains("Snippet.importEverything");
    }

    @Test
    void the_span() throws IOException, InterruptedException {
        String span = blocks(API, "java").stream()
                .filter(block -> block.startsWith("try (Span"))
                .findFirst()
                .orElseThrow();

        ReadersFolder.Ended ended = run("Object request = null;\nSession s = Jprof.profile(\"s\");\n" + span
                + "System.out.print(s.stop().paths(\"*.handle\"));\n");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).containsPattern("1 .*  <request: GET /orders>\n.* 1 .*  +Snippet\\.handle  <--\n");
    }

    private static ReadersFolder.Ended run(String body) throws IOException, InterruptedException {
        Files.writeString(temporary.resolve("Snippet.java"), """
                import dev.jprof.api.*;

                public class Snippet {
                    static Object done;
                    static void importEverything() { done = new Object(); }
                    static void handle(Object request) { done = new Object(); }
                    public static void main(String[] args) {
                        %s
                    }
                }
                """.formatted(body));
        return reader.run(LAUNCH);
    }

    /** The fenced blocks of a language, in the order of reading. */
    static List<String> blocks(Path document, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(document)) {
            if (block == null && line.equals("```" + language)) {
                block = new StringBuilder();
            } else if (block != null && line.startsWith("```")) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }
}
