package dev.jprof.cli.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The programs that come along with the command. */
public final class ExamplesJar {
    private ExamplesJar() {}

    /** The distribution has the examples beside its own jar. */
    public static Path find() throws IOException {
        try {
            Path jar = Path.of(ExamplesJar.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("jprof-examples.jar");
            if (Files.isRegularFile(jar)) {
                return jar;
            }
            throw new NoSuchFileException(jar.toString());
        } catch (URISyntaxException notAFile) {
            throw new IOException("the examples cannot be found", notAFile);
        }
    }
}
