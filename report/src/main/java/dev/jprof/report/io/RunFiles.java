package dev.jprof.report.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The profiles of several runs, named one by one, by a folder that holds them, or by a pattern. */
public final class RunFiles {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** {@code 10000.json} comes after {@code 9999.json}. */
    private static final Comparator<Path> IN_ORDER =
            Comparator.comparing(RunFiles::padded).thenComparing(Comparator.naturalOrder());

    private RunFiles() {}

    private static String padded(Path file) {
        return NUMBER.matcher(file.toString())
                .replaceAll(number -> "0".repeat(Math.max(0, 20 - number.group().length())) + number.group());
    }

    /**
     * Returns the files in the order of the arguments, those of a folder or pattern by number or else by name, each once: a run that
     * is named twice is one run. A pattern may have wildcards in the file's name and in the names of folders.
     */
    public static List<Path> of(List<String> arguments) throws ProfileFormatException {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            List<Path> found = found(argument);
            if (found.isEmpty()) {
                throw nothing(argument);
            }
            files.addAll(found);
        }
        return distinct(files);
    }

    /** Returns each file once, whatever it is called, where it was named last: of a base the last run is the newest. */
    public static List<Path> distinct(List<Path> files) {
        Map<Path, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            named.remove(real(file));
            named.put(real(file), file);
        }
        return List.copyOf(named.values());
    }

    /** Returns what a file is called itself, links followed; of a pipe, which has no name, what it was called. */
    public static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreadable) {
            return file;
        }
    }

    /** Returns what one argument stands for, none if there is nothing of that name. */
    public static List<Path> found(String argument) throws ProfileFormatException {
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            return in(path);
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        return WILDCARD.matcher(argument).find() ? matching(argument) : List.of();
    }

    private static ProfileFormatException nothing(String argument) {
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            return new ProfileFormatException(
                    path, "no *.json or *.json.gz in this folder; name the one with the runs");
        }
        return WILDCARD.matcher(argument).find()
                ? new ProfileFormatException(path, "no file matches; quote the pattern, or name the files")
                : ProfileFormatException.missing(path);
    }

    /** Returns the profiles in a folder by number or else by name; not those in folders below. */
    public static List<Path> in(Path folder) throws ProfileFormatException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(RunFiles::isNamedAsProfile).sorted(IN_ORDER).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProfileFormatException(folder, "can't be listed; make it readable or name another folder");
        }
    }

    private static List<Path> matching(String pattern) throws ProfileFormatException {
        Path whole = Path.of(pattern);
        Path root = whole;
        while (root != null && WILDCARD.matcher(root.toString()).find()) {
            root = root.getParent();
        }
        Path from = root == null ? Path.of("") : root;
        PathMatcher matcher = matcher(pattern);
        try (Stream<Path> below =
                Files.walk(from, whole.getNameCount() - from.getNameCount() + (root == null ? 1 : 0))) {
            return below.filter(matcher::matches)
                    .filter(Files::isRegularFile)
                    .sorted(IN_ORDER)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProfileFormatException(from, "can't be listed; make it readable or name another folder");
        }
    }

    private static PathMatcher matcher(String pattern) throws ProfileFormatException {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("\\", "\\\\"));
        } catch (PatternSyntaxException e) {
            throw new ProfileFormatException(
                    Path.of(pattern), "no such file, and no pattern either: " + e.getDescription());
        }
    }

    private static boolean isNamedAsProfile(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && (name.endsWith(".json") || name.endsWith(".json.gz"))
                && Files.isRegularFile(file);
    }
}
