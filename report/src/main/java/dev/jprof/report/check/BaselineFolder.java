package dev.jprof.report.check;

import dev.jprof.report.io.OutputFile;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of accepted runs, numbered in the order of their acceptance: {@code 0001.json}. */
public final class BaselineFolder {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{4,9})\\.json(\\.gz)?");

    /** Fewer runs than these say little of what is usual. */
    private static final int USUAL = 10;

    private BaselineFolder() {}

    /** Returns how many runs of a folder are the base unless somebody says: of runs that were recorded in pairs, all. */
    public static int usual(int newRuns) {
        return Math.max(USUAL, newRuns);
    }

    /** Returns the runs of a base that are there: files, patterns, and of folders the newest, the newest last. */
    public static List<Path> runs(List<String> arguments, int newest) throws IOException {
        List<Path> runs = new ArrayList<>();
        for (String argument : arguments) {
            Path folder = Path.of(argument);
            runs.addAll(Files.isDirectory(folder) ? newest(folder, newest) : RunFiles.found(argument));
        }
        return RunFiles.distinct(runs);
    }

    /** Returns those of the arguments that stand for no run. */
    public static List<String> missing(List<String> arguments) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String argument : arguments) {
            if (RunFiles.found(argument).isEmpty()) {
                missing.add(argument);
            }
        }
        return missing;
    }

    /** Returns the newest runs of a folder, the newest last: those with the highest numbers. */
    public static List<Path> newest(Path folder, int most) throws IOException {
        List<Path> runs = RunFiles.in(folder);
        return runs.subList(Math.max(0, runs.size() - most), runs.size());
    }

    /**
     * Adds runs to a folder, which is made if it is not there. Others may do the same meanwhile.
     *
     * @param runs profiles, each read before any is added
     * @return the files that were written
     */
    public static List<Path> add(Path folder, List<Path> runs) throws IOException {
        for (Path run : runs) {
            ProfileReader.read(run);
        }
        Files.createDirectories(folder);
        int number = lastNumber(folder);
        List<Path> written = new ArrayList<>();
        for (Path run : runs) {
            String ending = run.toString().endsWith(".gz") ? ".json.gz" : ".json";
            Path file;
            do {
                number++;
                file = folder.resolve(String.format(Locale.ROOT, "%04d", number) + ending);
            } while (!OutputFile.writeNew(file, out -> Files.copy(run, out)));
            written.add(file);
        }
        return written;
    }

    private static int lastNumber(Path folder) throws IOException {
        int last = 0;
        for (Path file : RunFiles.in(folder)) {
            Matcher numbered = NUMBERED.matcher(file.getFileName().toString());
            last = numbered.matches() ? Math.max(last, Integer.parseInt(numbered.group(1))) : last;
        }
        return last;
    }
}
