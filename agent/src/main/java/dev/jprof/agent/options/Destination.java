package dev.jprof.agent.options;

import java.io.File;
import java.io.IOException;

/** Where a profile goes, and whether it can go there. */
public final class Destination {
    private Destination() {}

    /** Finds out before anything is recorded whether the profile could be written; makes nothing. */
    public static void check(AgentOptions options, long pid) throws OptionException {
        File file = file(options, pid);
        try {
            refuse(file, obstacle(file));
        } catch (IOException unknown) {
            refuse(file, String.valueOf(unknown.getMessage()));
        }
    }

    /**
     * The same for a JVM that is attached to: whoever stops the recording may write the profile where this JVM, another user's or
     * a container's, can't.
     */
    public static void checkFromOutside(AgentOptions options, long pid) throws OptionException {
        File file = file(options, pid);
        refuse(file, directory(file));
    }

    private static File file(AgentOptions options, long pid) {
        return new File(FileName.fill(options.file(), pid, System.currentTimeMillis())).getAbsoluteFile();
    }

    private static void refuse(File file, String obstacle) throws OptionException {
        if (!obstacle.isEmpty()) {
            throw new OptionException("cannot write " + file + ": " + obstacle);
        }
    }

    private static String directory(File file) {
        return file.isDirectory() ? "it is a directory; name a file in it" : "";
    }

    private static String obstacle(File file) throws IOException {
        if (file.isDirectory()) {
            return directory(file);
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
