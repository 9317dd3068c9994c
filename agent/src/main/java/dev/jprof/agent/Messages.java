package dev.jprof.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the agent has to say: one line each on standard error. */
final class Messages {
    private static final byte[] NO_MEMORY =
            "jprof: could not write the profile: the heap is full; give the program more memory, or write snapshots with every=\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private Messages() {}

    static void warn(String message) {
        System.err.println("jprof: " + message.replace('\n', ' '));
    }

    static void cannotWrite(File file, Throwable failure) {
        warn("could not write " + file + ": "
                + (failure instanceof IOException
                        ? reason((IOException) failure) + "; name another file with file="
                        : failure.toString()));
    }

    /** Takes no memory itself. */
    static void noMemory() {
        System.err.write(NO_MEMORY, 0, NO_MEMORY.length);
        System.err.flush();
    }

    static void keptElsewhere(File file, IOException failure, File kept) {
        warn("could not write " + file + ": " + reason(failure) + "; the profile is in " + kept);
    }

    /** What the system said, without the name of the temporary file in front of it. */
    static String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        int reason = message.lastIndexOf(" (");
        return reason < 0 || !message.endsWith(")") ? message : message.substring(reason + 2, message.length() - 1);
    }
}
