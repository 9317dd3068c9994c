package dev.jprof.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        List<String> lines = Files.readAllLines(DOCUMENT);
        int head = lines.indexOf(PowerTable.HEAD);
        List<String> documented = lines.subList(head, head + expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertAlike(documented.get(row), expected.get(row));
        }
        assertThat(lines.get(head + expected.size())).isEmpty();
    }

    /** The last bit of a logarithm differs between JDKs, and with it which side of a half a share falls on. */
    private static void assertAlike(String documented, String made) {
        String[] left = documented.split("\\|", -1);
        String[] right = made.split("\\|", -1);
        assertThat(left).as(documented).hasSameSizeAs(right);
        for (int cell = 0; cell < left.length; cell++) {
            String text = left[cell].trim();
            if (cell > 1 && text.matches("\\d+")) {
                assertThat(Integer.parseInt(text))
                        .as(documented)
                        .isCloseTo(Integer.parseInt(right[cell].trim()), within(1));
            } else {
                assertThat(left[cell]).as(documented).isEqualTo(right[cell]);
            }
        }
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
