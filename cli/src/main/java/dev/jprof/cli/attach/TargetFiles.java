package dev.jprof.cli.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The files of another process, which may see other ones under the same names: it may be in a container. */
final class TargetFiles {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final long pid;
    private final Path root;

    private TargetFiles(long pid, Path root) {
        this.pid = pid;
        this.root = root;
    }

    static TargetFiles of(long pid) {
        Path root = Path.of("/proc", Long.toString(pid), "root");
        return new TargetFiles(pid, Files.isReadable(root) ? root : Path.of("/"));
    }

    /** Where this process finds what the other one knows by {@code path}. */
    Path here(Path path) {
        return root.resolve(path.getRoot().relativize(path));
    }

    /** Whether both mean the same file by {@code path} and the other process may read it: another user's may not. */
    boolean sees(Path path) {
        try {
            return Files.isSameFile(path, here(path)) && Files.getOwner(path).equals(owner(path));
        } catch (IOException missing) {
            return false;
        }
    }

    /** Makes a folder, unless it is there, that the other process and nobody else may use. */
    void makePrivateFolder(Path path) throws IOException {
        Path folder = here(path);
        if (!Files.isDirectory(folder)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(folder, PRIVATE);
            } else {
                Files.createDirectory(folder);
            }
            giveAway(folder);
        }
        if (!Files.getOwner(folder).equals(owner(folder))) {
            throw new IOException(path + " belongs to somebody else; remove it");
        }
    }

    /** Puts a copy of a file where the other process finds it by {@code path}. */
    void copy(Path file, Path path) throws IOException {
        Path copy = here(path);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        giveAway(copy);
    }

    /** What root made is made the other process's own. */
    void giveAway(Path file) throws IOException {
        if (!Files.getOwner(file).equals(owner(file))) {
            Files.setOwner(file, owner(file));
        }
    }

    private java.nio.file.attribute.UserPrincipal owner(Path otherwise) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return Files.getOwner(Files.exists(process) ? process : otherwise);
    }
}
