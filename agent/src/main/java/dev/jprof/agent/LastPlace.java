package dev.jprof.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;

/** What becomes of a profile that nobody can ask for again: a full disk or a folder that is gone must not be its end. */
final class LastPlace {
    /** Writes the profile to a file. */
    interface Writing {
        void to(File file) throws IOException;
    }

    private LastPlace() {}

    /** Writes a profile to its place or, where that can't be done, to the directory of temporary files; says so in one line. */
    static void write(File place, Writing writing) {
        try {
            writing.to(place);
        } catch (IOException failure) {
            keep(place, failure, writing);
        } catch (InvalidPathException foreign) {
            keep(place, new IOException("its name has letters that this locale lacks"), writing);
        } catch (SecurityException denied) {
            keep(
                    place,
                    new IOException(
                            "the program's security manager forbids it, for the agent's jar has no AllPermission"),
                    writing);
        } catch (OutOfMemoryError full) {
            Messages.noMemory();
        } catch (Throwable failure) {
            Messages.cannotWrite(place, failure);
        }
    }

    private static void keep(File place, IOException failure, Writing writing) {
        File other = null;
        try {
            other = File.createTempFile("jprof-", "-" + place.getName().replaceAll("[^ -~]", "_"));
            writing.to(other);
            Messages.keptElsewhere(place, failure, other);
        } catch (Throwable hopeless) {
            if (other != null) {
                other.delete();
            }
            Messages.cannotWrite(place, failure);
        }
    }
}
