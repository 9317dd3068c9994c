package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerTableTest {
    private static final Path DOCUMENT = Path.of("../docs/ci.md");

    @Test
    void the_document_has_the_table() throws IOException {
        List<String> expected = PowerTable.lines();
        if (Boolean.getBoolean("jprof.bless")) {
            bless(expected);
        }
        assertThat(Files.readAllLines(DOCUMENT)).containsSequence(expected);
    }

    private static void bless(List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(DOCUMENT));
        int head = lines.indexOf(PowerTable.HEAD);
        int end = head;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        List<String> old = lines.subList(head, end);
        old.clear();
        old.addAll(table);
        Files.write(DOCUMENT, lines);
    }
}
