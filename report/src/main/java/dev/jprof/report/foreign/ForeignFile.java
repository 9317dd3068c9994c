package dev.jprof.report.foreign;

import dev.jprof.report.io.FileBytes;
import dev.jprof.report.io.PlainBytes;
import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.Profile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Reads a file of another tool, gzip-compressed or not, and makes a sampled profile of it. All that can go wrong with the file is a
 * {@link ProfileFormatException} of one line.
 */
public final class ForeignFile {
    private ForeignFile() {}

    /**
     * Reads a file.
     *
     * @param asked what the file is; empty to look at its first bytes
     */
    public static Profile read(Path file, Optional<Kind> asked) throws ProfileFormatException {
        if (Files.isDirectory(file)) {
            throw new ProfileFormatException(file, "is a directory; name the file in it");
        }
        try (InputStream stored = FileBytes.of(file)) {
            return read(file, stored, asked);
        } catch (ProfileFormatException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ProfileFormatException(file, "no such file");
        } catch (AccessDeniedException e) {
            throw new ProfileFormatException(file, "permission denied; make it readable or name another file");
        } catch (IOException e) {
            throw new ProfileFormatException(file, "can't be read (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @param name what messages call it
     */
    public static Profile read(Path name, InputStream stored, Optional<Kind> asked) throws ProfileFormatException {
        try {
            return readKind(name, stored, asked);
        } catch (ProfileFormatException e) {
            throw e;
        } catch (EOFException e) {
            throw new ProfileFormatException(name, "ends too early; it was cut off, copy or record it again");
        } catch (ZipException e) {
            throw new ProfileFormatException(name, "damaged gzip data; copy or record it again");
        } catch (ArithmeticException e) {
            throw new ProfileFormatException(name, "a sum does not fit into 64 bits; it is damaged");
        } catch (IOException e) {
            throw new ProfileFormatException(name, "can't be read (" + e.getMessage() + ")");
        }
    }

    private static Profile readKind(Path name, InputStream stored, Optional<Kind> asked) throws IOException {
        BufferedInputStream bytes = PlainBytes.of(name, stored);
        bytes.mark(Kind.LENGTH);
        byte[] start = bytes.readNBytes(Kind.LENGTH);
        bytes.reset();
        return switch (asked.isPresent() && start.length > 0 ? asked.get() : Kind.of(start, name)) {
            case COLLAPSED -> new CollapsedReader(name).read(bytes);
            case PPROF -> PprofReader.read(name, bytes);
            case JFR -> readRecording(name, bytes);
        };
    }

    /** The JDK's reader moves about in a file. */
    private static Profile readRecording(Path name, InputStream bytes) throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw new ProfileFormatException(
                    name, "can't be read by this JVM, which has no module jdk.jfr; run jprof on a whole JDK");
        }
        Path copy = Files.createTempFile("jprof-import", ".jfr");
        // Where somebody loses patience with a large one.
        copy.toFile().deleteOnExit();
        try {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return new RecordingReader(name).read(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
