package dev.jprof.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Linux says of a process in {@code /proc/PID}. A text that can't be read, because the process has gone or belongs to
 * somebody else, is empty. None of it waits for the process.
 */
record ProcFolder(Path path) {
    private static final Path PROC = Path.of("/proc");

    static boolean isThere() {
        return Files.isReadable(PROC.resolve("self/status"));
    }

    static ProcFolder of(long pid) {
        return new ProcFolder(PROC.resolve(Long.toString(pid)));
    }

    /** The process that asks. */
    static ProcFolder own() {
        return of(ProcessHandle.current().pid());
    }

    /** The ids of all processes that this one sees, in no order. */
    static List<Long> pids() throws IOException {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .toList();
        }
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    String text(String file) {
        return read(path.resolve(file));
    }

    /** A line of {@code status} without its name: {@code Uid} has the real, effective, saved and file system's id. */
    List<String> status(String name) {
        return text("status")
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .flatMap(line ->
                        Stream.of(line.substring(name.length() + 1).strip().split("\\s+", 0)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The id by which the kernel decides what the process may do; -1 when unknown. */
    long effective(String userOrGroup) {
        List<String> ids = status(userOrGroup);
        return ids.size() < 2 ? -1 : Long.parseLong(ids.get(1));
    }

    /** The process's id where it runs itself, in a container another one than here; 0 when unknown. */
    long innermostPid() {
        List<String> ids = status("NSpid");
        return ids.isEmpty() ? 0 : Long.parseLong(ids.get(ids.size() - 1));
    }

    /** R, S, D, T for stopped by a signal, t for stopped by a debugger, Z for ended; empty when unknown. */
    String state() {
        return status("State").stream().findFirst().orElse("");
    }

    /** The words of {@code cmdline} or {@code environ}. */
    List<String> words(String file) {
        String text = text(file);
        return text.isEmpty() ? List.of() : List.of(text.split("\0", 0));
    }

    /** The first file that is mapped into the process and of which this holds; empty when there is none or it is a secret. */
    String mapped(Predicate<String> file) {
        return text("maps")
                .lines()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> line.substring(line.indexOf('/')))
                .filter(file)
                .findFirst()
                .orElse("");
    }

    /** Whether one of the open files has such a name. */
    boolean hasOpen(Predicate<String> name) {
        try (Stream<Path> open = Files.list(path.resolve("fd"))) {
            return open.map(ProcFolder::target).anyMatch(name);
        } catch (IOException secret) {
            return false;
        }
    }

    /** Whether one of its threads has this name, of which the kernel keeps 15 characters. */
    boolean hasThread(String name) {
        try (Stream<Path> threads = Files.list(path.resolve("task"))) {
            return threads.anyMatch(
                    thread -> read(thread.resolve("comm")).strip().equals(name));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Which namespace of a kind it is in, such as {@code pid:[4026531836]}; empty when that is a secret. */
    String namespace(String kind) {
        return target(path.resolve("ns").resolve(kind));
    }

    /** A file as the process sees it. */
    Path inside(String absolute) {
        return path.resolve("root").resolve(absolute.replaceFirst("^/+", ""));
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException | InvalidPathException secret) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
