package dev.jprof.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of recorded runs: {@code runs.properties} says what is recorded, {@code base/01.json} and so on are the runs of one
 * side, {@code new/01.json} those of the other, {@code output.log} is what the program said in the last run. A profile is there
 * whole or not at all, so whatever stopped the recording, the same command goes on.
 */
public final class RunsFolder {
    private static final String PLAN = "runs.properties";
    private static final String UNFINISHED = "unfinished-";

    private final Path folder;
    private final RunsPlan plan;

    private RunsFolder(Path folder, RunsPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /**
     * Opens a folder for recording, and makes it if it is not there.
     *
     * @param wanted its seed counts in a new folder only
     * @throws IOException if the folder has runs of other commands or something else in it
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
