package dev.jprof.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through of docs/ci.md, typed from its beginning to its end, prints what it says to the last letter. */
@DisabledOnOs(OS.WINDOWS)
class WalkThroughIT {
    private static final String MARK = "```console walk-through";

    @TempDir
    private Path temporary;

    @Test
    void every_command_prints_what_stands_below_it() throws IOException, InterruptedException {
        ReadersFolder reader = ReadersFolder.in(temporary);
        List<String> typed = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        for (String line : linesOfBlocks()) {
            if (line.startsWith("$ ")) {
                typed.add(line.substring(2));
            } else {
                shown.append(line).append('\n');
            }
        }

        assertThat(typed).hasSizeGreaterThan(5);
        assertThat(reader.run(String.join("\n", typed)).output()).isEqualTo(shown.toString());
    }

    private static List<String> linesOfBlocks() throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("../docs/ci.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals(MARK);
            } else if (inside) {
                lines.add(line);
            }
        }
        return lines;
    }
}
