package dev.jprof.cli.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of recorded runs: {@code runs.properties} says what is recorded, {@code base/01.json} and so on are the runs of one
 * side, {@code new/01.json} those of the other, {@code output.log} is what the program said in the last run. A profile is there
 * whole or not at all, so whatever stopped the recording, the same command goes on.
 */
public final class RunsFolder implements Closeable {
    private static final String PLAN = "runs.properties";
    private static final String UNFINISHED = "unfinished-";

    private final Path folder;
    private final RunsPlan plan;

    /** Holds the lock, which ends with the process at the latest. */
    private final FileChannel locked;

    private RunsFolder(Path folder, RunsPlan plan) throws IOException {
        this.folder = folder;
        this.plan = plan;
        this.locked = FileChannel.open(folder.resolve(PLAN), StandardOpenOption.WRITE);
        if (!isMine(locked)) {
            locked.close();
            throw new IOException("another jprof record-runs is recording into " + folder
                    + "; wait for its end or name another folder");
        }
    }

    /** Behind the end of the file, because what is locked can't be read on Windows. */
    private static boolean isMine(FileChannel file) throws IOException {
        try {
            return file.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return false;
        }
    }

    /**
     * Opens a folder for recording, and makes it if it is not there. One process at a time records into it.
     *
     * @param wanted its seed counts in a new folder only
     * @throws IOException if the folder has runs of other commands or something else in it, or another process records into it
     */
    public static RunsFolder open(Path folder, RunsPlan wanted) throws IOException {
        Path file = folder.resolve(PLAN);
        if (Files.exists(file)) {
            RunsPlan kept = RunsPlan.read(file);
            refuseAnother(folder, "--base", kept.base(), wanted.base());
            refuseAnother(folder, "--new", kept.current(), wanted.current());
            refuseAnother(folder, "options", kept.options(), wanted.options());
            return new RunsFolder(folder, kept);
        }
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new IOException(folder + " exists and is no folder of runs; name a new folder");
        }
        Files.createDirectories(folder);
        wanted.write(file);
        return new RunsFolder(folder, wanted);
    }

    /** Returns all runs that this many pairs have, in the order of recording. */
    public List<PlannedRun> runs(int pairs) {
        return plan.runs(pairs);
    }

    /** Returns whether the run's profile is there. */
    public boolean has(PlannedRun run) {
        return Files.exists(profile(run));
    }

    /** Returns where the run's profile is, or will be. */
    public Path profile(PlannedRun run) {
        return folder.resolve(run.file());
    }

    /** Returns where everything goes that the program prints. */
    public Path output() {
        return folder.resolve("output.log");
    }

    /** Returns a new folder for what a run writes until it is known to have ended well. */
    Path unfinished() throws IOException {
        return Files.createTempDirectory(folder, UNFINISHED).toAbsolutePath();
    }

    /** Deletes what runs left behind that did not end well, here or in a jprof that was killed. */
    void deleteUnfinished() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (String.valueOf(entry.getFileName()).startsWith(UNFINISHED)) {
                    deleteTree(entry);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        locked.close();
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> entries = Files.walk(tree)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static void refuseAnother(Path folder, String what, String kept, String wanted) throws IOException {
        if (!kept.equals(wanted)) {
            throw new IOException(folder + " has runs with " + what + " " + quoted(kept) + ", not " + quoted(wanted)
                    + "; runs of different commands can't be mixed: name another folder");
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
