package dev.jprof.cli.shell;

import dev.jprof.report.view.SortOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a word of a command can be: a command, a sort key, a file or a method. */
public final class Completion {
    private static final int MOST_METHODS = 1000;

    private final Supplier<Collection<String>> methods;

    /**
     * Candidates for one session.
     *
     * @param methods names of the methods that are loaded
     */
    public Completion(Supplier<Collection<String>> methods) {
        this.methods = methods;
    }

    /**
     * Whole words for one that is begun.
     *
     * @param before the words in front of it
     */
    public List<String> candidates(List<String> before, String begun) {
        if (before.isEmpty()) {
            return starting(Command.names(), begun);
        }
        return switch (before.get(0)) {
            case "read", "add", "diff", "html" -> files(begun);
            case "sort" -> starting(SortOrder.words(), begun);
            case "stats", "callers", "callees", "tree" -> methods(begun);
            case "help" -> starting(Command.names(), begun);
            default -> List.of();
        };
    }

    private static List<String> starting(List<String> words, String begun) {
        return words.stream().filter(word -> word.startsWith(begun)).toList();
    }

    /** Found anywhere in the name, since few remember the package; written as the pattern that finds it. */
    private List<String> methods(String begun) {
        String wanted = begun.replace("\\", "").toLowerCase(Locale.ROOT);
        return methods.get().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .map(name -> name.replaceAll("[$()\\[\\]{}*+?^|]", "\\\\$0"))
                .limit(MOST_METHODS)
                .toList();
    }

    private static List<String> files(String begun) {
        int slash = begun.lastIndexOf('/') + 1;
        String folder = begun.substring(0, slash);
        String start = begun.substring(slash);
        try (Stream<Path> entries = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return entries.filter(entry -> name(entry).startsWith(start))
                    .filter(entry -> !start.isEmpty() || !name(entry).startsWith("."))
                    .map(entry -> folder + name(entry) + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
