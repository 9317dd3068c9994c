package dev.jprof.report.view.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what was printed when somebody looked and found it right; {@code -Djprof.bless=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Leaves what was printed beside the file when they differ. */
    public static void check(String name, String printed) throws IOException {
        Path file = FOLDER.resolve(name);
        Path got = FOLDER.resolve(name + ".got");
        if (Boolean.getBoolean("jprof.bless")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, printed);
        }
        if (!Files.readString(file).equals(printed)) {
            Files.writeString(got, printed);
        } else {
            Files.deleteIfExists(got);
        }
        assertThat(printed).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
