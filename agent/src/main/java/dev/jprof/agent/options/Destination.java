package dev.jprof.agent.options;

import java.io.File;
import java.io.IOException;

/** Where a profile goes, and whether it can go there. */
public final class Destination {
    private Destination() {}

    /** Finds out before anything is recorded whether the profile could be written; makes nothing. */
    public static void check(AgentOptions options, long pid) throws OptionException {
        File file = new File(FileName.fill(options.file(), pid, System.currentTimeMillis())).getAbsoluteFile();
        try {
            String obstacle = obstacle(file);
            if (!obstacle.isEmpty()) {
                throw new OptionException("cannot write " + file + ": " + obstacle);
            }
        } catch (IOException unknown) {
            throw new OptionException("cannot write " + file + ": " + unknown.getMessage());
        }
    }

    private static String obstacle(File file) throws IOException {
        if (file.isDirectory()) {
            return "it is a directory; name a file in it";
        }
        if (isDevice(file)) {
            return file.canWrite() ? "" : "permission denied";
        }
        File folder = place(file).getParentFile();
        while (!folder.exists() && folder.getParentFile() != null) {
            folder = folder.getParentFile();
        }
        if (!folder.isDirectory()) {
            return folder + " is not a directory";
        }
        return folder.canWrite() ? "" : "permission denied in " + folder;
    }

    /** Whether no other file may take its place: /dev/null, a pipe, /dev/stdout even where that leads to a file. */
    public static boolean isDevice(File file) {
        String path = file.getAbsolutePath();
        return file.exists() && (!file.isFile() || path.startsWith("/dev/") || path.startsWith("/proc/"));
    }

    /** The file that a link stands for, or the file itself. */
    public static File place(File file) throws IOException {
        return file.exists() ? file.getCanonicalFile() : file.getAbsoluteFile();
    }
}
