package dev.jprof.cli.jvm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds JVMs without attaching to them. On Linux these are the processes that have a JVM's library in their memory, whatever
 * flags they were started with and in whatever container; elsewhere those that keep a file of performance data.
 */
public final class RunningJvms {
    private static final String DATA_FOLDER = "hsperfdata_";

    private RunningJvms() {}

    /** The JVMs of this user, for root those of all users, by their ids; the JVM that asks is left out. */
    public static List<RunningJvm> all() throws IOException {
        long own = ProcessHandle.current().pid();
        return candidates().stream()
                .filter(pid -> pid != own)
                .flatMap(pid -> of(pid).stream())
                .sorted(Comparator.comparingLong(RunningJvm::pid))
                .toList();
    }

    /** The process of this id, if it is a JVM; of another user's little is known. */
    public static Optional<RunningJvm> of(long pid) {
        return ProcFolder.isThere() ? onLinux(pid) : elsewhere(pid);
    }

    private static List<Long> candidates() throws IOException {
        if (!ProcFolder.isThere()) {
            return dataFiles(temporaryFolder(), "*").stream()
                    .map(file -> Long.valueOf(file.getFileName().toString()))
                    .toList();
        }
        long user = ProcFolder.own().effective("Uid");
        return ProcFolder.pids().stream()
                .filter(pid -> user == 0 || ProcFolder.of(pid).effective("Uid") == user)
                .toList();
    }

    private static Optional<RunningJvm> onLinux(long pid) {
        ProcFolder process = ProcFolder.of(pid);
        // A kernel's thread has no command line, and neither has a process that has ended.
        List<String> commandLine = process.words("cmdline");
        if (commandLine.isEmpty() || process.state().equals("Z")) {
            return Optional.empty();
        }
        String library = process.mapped(file -> file.endsWith("/libjvm.so"));
        PerfData data = dataOf(process, pid);
        if (library.isEmpty() && data.isEmpty() && !isJavaOfAnother(process, commandLine)) {
            return Optional.empty();
        }
        JvmFlags flags = JvmFlags.of(data, commandLine, environment(process));
        return Optional.of(jvm(pid, commandLine, new RunningJvm.Trace(data, flags, library)));
    }

    private static Optional<RunningJvm> elsewhere(long pid) {
        List<Path> files = dataFiles(temporaryFolder(), Long.toString(pid));
        PerfData data = files.isEmpty() ? PerfData.NONE : PerfData.read(files.get(0));
        boolean gone = ProcessHandle.of(pid).isEmpty();
        return files.isEmpty() || gone
                ? Optional.empty()
                : Optional.of(
                        jvm(pid, List.of(), new RunningJvm.Trace(data, JvmFlags.of(data, List.of(), Map.of()), "")));
    }

    private static RunningJvm jvm(long pid, List<String> commandLine, RunningJvm.Trace trace) {
        Optional<ProcessHandle.Info> info = ProcessHandle.of(pid).map(ProcessHandle::info);
        JdkRelease release = JdkRelease.of(pid, trace);
        return new RunningJvm(
                pid,
                ProgramName.of(trace.data().text("sun.rt.javaCommand"), commandLine),
                release.version(),
                release.vm(),
                info.flatMap(ProcessHandle.Info::user).orElse(""),
                info.flatMap(ProcessHandle.Info::startInstant),
                trace);
    }

    /** Of another user's process neither memory nor data can be read; its command line can. */
    private static boolean isJavaOfAnother(ProcFolder process, List<String> commandLine) {
        String word = commandLine.get(0);
        return word.substring(word.lastIndexOf('/') + 1).equals("java")
                && process.text("maps").isEmpty();
    }

    /**
     * Of the file that the process has in its memory: one that only has its number as its name may be left over from a JVM that
     * had the same number in a container.
     */
    private static PerfData dataOf(ProcFolder process, long pid) {
        if (process.text("maps").isEmpty()) {
            return dataFiles(Path.of("/tmp"), Long.toString(pid)).stream()
                    .map(PerfData::read)
                    .filter(data -> !data.isEmpty())
                    .findFirst()
                    .orElse(PerfData.NONE);
        }
        String file = process.mapped(mapped -> mapped.contains("/" + DATA_FOLDER));
        return file.isEmpty()
                ? PerfData.NONE
                : PerfData.read(process.inside("tmp" + file.substring(file.indexOf("/" + DATA_FOLDER))));
    }

    private static Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** The files of performance data of all users that can be seen. */
    private static List<Path> dataFiles(Path temporary, String pid) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, DATA_FOLDER + "*")) {
            for (Path folder : folders) {
                try (Stream<Path> entries = pid.equals("*") ? Files.list(folder) : Stream.of(folder.resolve(pid))) {
                    entries.filter(file -> file.getFileName().toString().matches("[0-9]+") && Files.exists(file))
                            .forEach(files::add);
                } catch (IOException unreadable) {
                    // Another user's: none of our JVMs is in it.
                }
            }
        } catch (IOException none) {
            return List.of();
        }
        return files;
    }

    private static Map<String, String> environment(ProcFolder process) {
        Map<String, String> environment = new HashMap<>();
        process.words("environ").forEach(word -> {
            String[] nameAndValue = word.split("=", 2);
            environment.put(nameAndValue[0], nameAndValue.length < 2 ? "" : nameAndValue[1]);
        });
        return environment;
    }
}
