package dev.jprof.cli.launch;

import dev.jprof.agent.options.FileName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The files that a program under the agent wrote. */
public final class ProfileFiles {
    private ProfileFiles() {}

    /** Returns the option with the current folder before a relative name; {@code %p} in that folder's name is no process id. */
    public static Path absolute(String file) {
        return Path.of(FileName.literally(Path.of("").toAbsolutePath().toString()))
                .resolve(file);
    }

    /** Returns the name with {@code -%p} before its ending: {@code profile-%p.json.gz}. */
    static String withProcessId(String file) {
        return withSuffix(file, "-%p");
    }

    /** Returns the name of the sampled profile beside an instrumented one: {@code profile-sampled.json.gz}. */
    public static String sampled(String file) {
        return withSuffix(file, "-sampled");
    }

    private static String withSuffix(String file, String suffix) {
        int end = file.endsWith(".gz") ? file.length() - 3 : file.length();
        int name = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
        int dot = file.lastIndexOf('.', end - 1);
        int at = dot > name ? dot : end;
        return file.substring(0, at) + suffix + file.substring(at);
    }

    /**
     * Finds the profiles that a file option stands for.
     *
     * @param file the option, with {@code %p} and {@code %t} in its last part only
     * @param sinceMillis files older than this are of an earlier run
     * @return in order of their names
     */
    public static List<Path> written(String file, long sinceMillis) throws IOException {
        Path path = absolute(file);
        Path folder = Path.of(FileName.fill(String.valueOf(path.getParent()), 0, sinceMillis));
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        Pattern name = pattern(String.valueOf(path.getFileName()));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                boolean named =
                        name.matcher(String.valueOf(entry.getFileName())).matches();
                if (named && Files.getLastModifiedTime(entry).toMillis() >= sinceMillis) {
                    found.add(entry);
                }
            }
        }
        Collections.sort(found);
        return found;
    }

    private static Pattern pattern(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("%%", -1)) {
            parts.add(Pattern.quote(part).replace("%p", "\\E\\d+\\Q").replace("%t", "\\E\\d{8}-\\d{6}\\Q"));
        }
        return Pattern.compile(String.join("%", parts));
    }
}
