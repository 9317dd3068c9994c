package dev.jprof.cli.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the modules of the project were built into. */
public final class Built {
    private static final Path PROJECT = project(Path.of("").toAbsolutePath());

    private Built() {}

    /** The jar of a module, {@code api} or {@code integrations/junit}. */
    public static Path jar(String module) {
        Path target = PROJECT.resolve(module).resolve("target");
        String name = "jprof-" + Path.of(module).getFileName() + "-[0-9.]+\\.jar";
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> jar.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + target + ": build module " + module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that has module agent; tests run in their module's folder. */
    private static Path project(Path folder) {
        return Files.isDirectory(folder.resolve("agent"))
                ? folder
                : project(folder.resolve("..").normalize());
    }
}
