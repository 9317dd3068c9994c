package dev.jprof.agent.output;

import dev.jprof.agent.options.Destination;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A profile is written to a temporary file beside its place first, so that a reader never sees half of one. Nothing but files is
 * replaced: a move would put one in the place of /dev/null or an empty directory.
 */
final class ProfileFile {
    /** What goes into the file. */
    interface Content {
        void writeTo(JsonWriter json) throws IOException;
    }

    private ProfileFile() {}

    static void write(File file, Content content) throws IOException {
        if (file.isDirectory()) {
            throw new IOException("it is a directory");
        }
        if (Destination.isDevice(file)) {
            fill(new FileOutputStream(file, true), file, content);
        } else {
            replace(Destination.place(file), file, content);
        }
    }

    private static void replace(File place, File named, Content content) throws IOException {
        File folder = place.getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException("no such directory, and it can't be made: " + folder);
        }
        File temporary = new File(folder, ".jprof-" + System.nanoTime() + ".tmp");
        try {
            fill(new FileOutputStream(temporary), named, content);
            Files.move(temporary.toPath(), place.toPath(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            temporary.delete();
        }
    }

    private static void fill(OutputStream out, File named, Content content) throws IOException {
        try {
            OutputStream sink = named.getName().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
            content.writeTo(new JsonWriter(sink));
            sink.close();
        } finally {
            out.close();
        }
    }
}
