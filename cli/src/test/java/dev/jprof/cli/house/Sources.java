package dev.jprof.cli.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project as they are checked out. */
final class Sources {
    /** Tests run in their module's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "target", "profile.json");

    private Sources() {}

    /** Every file but what builds, editors and the demo make, in no particular order. */
    static List<Path> all() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return ours(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (ours(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean ours(Path file) {
        return !NOT_OURS.contains(file.getFileName().toString());
    }

    /** Every Java file. */
    static List<Path> java() {
        return all().stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /** The lines of a text file; none of a file that is not UTF-8 text. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException binary) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
