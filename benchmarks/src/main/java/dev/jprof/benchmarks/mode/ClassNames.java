package dev.jprof.benchmarks.mode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of the classes that a class path holds. */
final class ClassNames {
    private static final String SUFFIX = ".class";

    private ClassNames() {}

    static List<String> startingWith(List<String> prefixes, List<Path> classPath) {
        return classPath.stream()
                .flatMap(entry -> in(entry).stream())
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .sorted()
                .toList();
    }

    private static List<String> in(Path folderOrJar) {
        try {
            if (Files.isDirectory(folderOrJar)) {
                return below(folderOrJar);
            }
            try (var jar = FileSystems.newFileSystem(folderOrJar)) {
                return below(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF"))
                    .map(name ->
                            name.substring(0, name.length() - SUFFIX.length()).replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.endsWith("-info"))
                    .toList();
        }
    }
}
