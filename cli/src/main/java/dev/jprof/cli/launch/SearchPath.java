package dev.jprof.cli.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds programs by name as a shell does. */
final class SearchPath {
    private static final List<String> SUFFIXES =
            File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat") : List.of("");

    private final String folders;

    SearchPath(Map<String, String> environment) {
        folders = environment.getOrDefault("PATH", "");
    }

    /** Returns the file that a command's first word means; null when there is none that can be executed. */
    @Nullable
    Path find(String word) {
        if (word.isEmpty()) {
            return null;
        }
        if (word.indexOf('/') >= 0 || word.indexOf(File.separatorChar) >= 0) {
            return executable("", word);
        }
        for (String folder : folders.split(File.pathSeparator, -1)) {
            Path found = executable(folder, word);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Path executable(String folder, String name) {
        for (String suffix : SUFFIXES) {
            try {
                Path file = Path.of(folder, name + suffix);
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return file;
                }
            } catch (InvalidPathException strange) {
                return null;
            }
        }
        return null;
    }
}
