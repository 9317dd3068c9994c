package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files that tests make out of a good profile, and how a file that is none is refused. */
final class RefusedFiles {
    static final String GOOD = """
            {"format": "jprof/1", "meta": {"wallNs": 1, "skipped": []},
             "metrics": [{"name": "calls", "unit": "count"}, {"name": "self", "unit": "ns"}],
             "methods": [{"class": "A", "name": "a", "desc": "()V", "line": 3, "kind": "java", "timed": true}],
             "threads": [{"name": "main", "id": 1, "root": 0}],
             "nodes": {"parent": [-1, 0], "method": [-1, 0], "calls": [0, 2], "self": [5, 7]}}
            """;

    private final Path folder;

    RefusedFiles(Path folder) {
        this.folder = folder;
    }

    /** One line that begins with the file and has nothing of the program's inside in it. */
    static void assertRefused(Path file, String... fragments) {
        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(ProfileFormatException.class)
                .message()
                .startsWith(file + ": ")
                .contains(fragments)
                .doesNotContain("\n", "\u001b", "Exception", "tools.jackson");
    }

    Path json(String content) throws IOException {
        return Files.writeString(folder.resolve("p.json"), content);
    }

    Path packed(byte[] content) throws IOException {
        Path file = folder.resolve("p.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }
}
