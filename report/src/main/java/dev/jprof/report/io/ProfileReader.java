package dev.jprof.report.io;

import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads profile.json files and trusts nothing in them: at most 2 GB of JSON, 16 levels, 65,535 characters a text and a third of
 * the heap; every index and number is checked. All that can go wrong is a {@link ProfileFormatException}.
 */
public final class ProfileReader {
    private ProfileReader() {}

    /** Reads one profile, gzip-compressed or not, whatever the file's name. */
    public static Profile read(Path file) throws ProfileFormatException {
        return readWithout(Set.of(), file);
    }

    /**
     * The same without the columns of some metrics, and without histograms if {@code histograms} is among them. What is left out
     * is only seen to be JSON.
     */
    public static Profile readWithout(Set<String> unneeded, Path file) throws ProfileFormatException {
        if (Files.isDirectory(file)) {
            throw new ProfileFormatException(file, "is a directory; name the profile.json in it");
        }
        try (InputStream stored = FileBytes.of(file)) {
            return read(file, stored, unneeded);
        } catch (ProfileFormatException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw ProfileFormatException.missing(file);
        } catch (AccessDeniedException e) {
            throw new ProfileFormatException(file, "permission denied; make it readable or name another file");
        } catch (EOFException e) {
            throw new ProfileFormatException(file, "ends too early; it was cut off, copy or record it again");
        } catch (ZipException e) {
            throw new ProfileFormatException(file, "damaged gzip data; copy or record it again");
        } catch (IOException e) {
            throw new ProfileFormatException(file, "can't be read (" + reason(e) + "); name another file");
        }
    }

    /** Reads a profile that is in memory. */
    public static Profile read(byte[] profile) throws ProfileFormatException {
        Path name = Path.of("the profile in memory");
        try {
            return read(name, new ByteArrayInputStream(profile), Set.of());
        } catch (ProfileFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new ProfileFormatException(name, "can't be read (" + reason(e) + ")");
        }
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Reads profiles and adds them up; one alone is returned as it is. */
    public static Profile readMerged(List<Path> files) throws ProfileFormatException {
        if (files.size() == 1) {
            return read(files.get(0));
        }
        List<Profile> profiles = new ArrayList<>();
        for (Path file : files) {
            profiles.add(read(file));
        }
        String hindrance = ProfileMerge.hindrance(profiles);
        if (!hindrance.isEmpty()) {
            throw new ProfileFormatException(files.get(0), "can't be added to the other files: " + hindrance);
        }
        try {
            return ProfileMerge.merge(profiles);
        } catch (ArithmeticException e) {
            throw new ProfileFormatException(
                    files.get(0), "the sum with the other files does not fit into 64 bits; merge fewer");
        }
    }

    private static Profile read(Path file, InputStream stored, Set<String> unneeded) throws IOException {
        BoundedStream onDisk = new BoundedStream(stored, file, () -> Long.MAX_VALUE);
        BufferedInputStream bytes = new BufferedInputStream(onDisk, 1 << 16);
        if (signature(bytes) == Signature.GZIP) {
            BoundedStream unpacked = new BoundedStream(new GZIPInputStream(bytes, 1 << 16), file, onDisk::bytes);
            bytes = new BufferedInputStream(unpacked, 1 << 16);
        }
        Signature signature = signature(bytes);
        if (signature != Signature.OTHER) {
            throw new ProfileFormatException(file, signature.problem());
        }
        return new Document(file, bytes, unneeded).read();
    }

    private static Signature signature(BufferedInputStream bytes) throws IOException {
        bytes.mark(Signature.LENGTH);
        Signature signature = Signature.of(bytes.readNBytes(Signature.LENGTH));
        bytes.reset();
        return signature;
    }
}
