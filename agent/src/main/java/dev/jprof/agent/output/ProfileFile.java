package dev.jprof.agent.output;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** A profile is written to a temporary file beside its place first, so that a reader never sees half of one. */
final class ProfileFile {
    /** What goes into the file. */
    interface Content {
        void writeTo(JsonWriter json) throws IOException;
    }

    private ProfileFile() {}

    static void write(File file, Content content) throws IOException {
        File folder = file.getAbsoluteFile().getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException("no such directory, and it can't be made: " + folder);
        }
        File temporary = new File(folder, ".jprof-" + System.nanoTime() + ".tmp");
        try {
            OutputStream out = new FileOutputStream(temporary);
            try {
                OutputStream sink = file.getName().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
                content.writeTo(new JsonWriter(sink));
                sink.close();
            } finally {
                out.close();
            }
            Files.move(temporary.toPath(), file.toPath(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            temporary.delete();
        }
    }
}
