package dev.jprof.report.check.format;

import dev.jprof.report.check.Location;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the source file of a method below a folder, since profiles know files without their folders. */
public final class SourceFiles {
    private static final Set<String> NO_SOURCES = Set.of("target", "build", "out", "bin", "node_modules");
    /** A folder that is not a project may be a whole disk. */
    private static final int MOST_FILES = 100_000;

    private final Map<String, List<String>> byName = new HashMap<>();

    private SourceFiles() {}

    /** Knows the files below a folder; of a very large one not all. */
    public static SourceFiles below(Path root) throws IOException {
        SourceFiles sources = new SourceFiles();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean sourceless = name.startsWith(".") && name.length() > 1 || NO_SOURCES.contains(name);
                return sourceless && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = root.relativize(file).toString().replace('\\', '/');
                sources.byName
                        .computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), name -> new ArrayList<>())
                        .add(path);
                seen++;
                return seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    /** Returns the path from the folder, with slashes; that of the package where there is no such file; empty if nothing is known. */
    String path(Location location) {
        if (location.file().isEmpty()) {
            return "";
        }
        String name = location.className();
        String folder = name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/');
        String expected = folder + location.file();
        return byName.getOrDefault(location.file(), List.of()).stream()
                .filter(path -> path.equals(expected) || path.endsWith("/" + expected))
                .sorted()
                .findFirst()
                .orElse(expected);
    }
}
