package dev.jprof.agent;

import java.io.File;
import java.io.IOException;

/** What the agent has to say: one line each on standard error. */
final class Messages {
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
