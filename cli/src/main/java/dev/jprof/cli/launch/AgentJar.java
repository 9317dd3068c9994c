package dev.jprof.cli.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/** The agent jar that this jar carries, as a file that a JVM can be given. */
public final class AgentJar {
    private static final String RESOURCE = "/jprof-agent.jar";

    private AgentJar() {}

    /**
     * Returns the agent jar in the user's cache, written there when it is not there yet. The name tells the content, so
     * that several versions live side by side and running programs keep theirs.
     */
    public static Path extract() throws IOException {
        try (InputStream carried = AgentJar.class.getResourceAsStream(RESOURCE)) {
            if (carried == null) {
                throw new IOException("this build of jprof carries no agent jar; build it with 'mvn package'");
            }
            return place(carried.readAllBytes(), folders(System.getenv()));
        }
    }

    /** Puts the jar into the first folder that can be written. */
    static Path place(byte[] jar, List<Path> folders) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(jar);
        String name = String.format(Locale.ROOT, "jprof-agent-%08x.jar", checksum.getValue());
        IOException failure = new IOException("there is no folder for the agent jar");
        for (Path folder : folders) {
            try {
                return placeIn(folder, name, jar);
            } catch (IOException unwritable) {
                failure = unwritable;
            }
        }
        throw new IOException("the agent jar cannot be written to any of " + folders + ": " + failure, failure);
    }

    /**
     * The user's cache first. The JVM cuts {@code -javaagent:} at the first =, so no folder may have one in its name; and the
     * program may have another locale than this JVM, in which it can't read a name that is not ASCII.
     */
    static List<Path> folders(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String user = System.getProperty("user.name").replaceAll("[^ -~]", "_");
        List<String> names = new ArrayList<>(List.of(
                environment.getOrDefault("XDG_CACHE_HOME", "") + "/jprof",
                home + "/.cache/jprof",
                System.getProperty("java.io.tmpdir") + "/jprof-" + user));
        if (environment.getOrDefault("XDG_CACHE_HOME", "").isEmpty()) {
            names.remove(0);
        }
        names.removeIf(name -> name.indexOf('=') >= 0 || !name.chars().allMatch(c -> c >= ' ' && c <= '~'));
        return names.stream().map(Path::of).filter(Path::isAbsolute).toList();
    }

    private static Path placeIn(Path folder, String name, byte[] jar) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        if (!isShared(folder) && holds(target, jar)) {
            return target;
        }
        Path written = folder.resolve(name + "." + ProcessHandle.current().pid());
        try {
            Files.write(written, jar);
            if (!Files.getOwner(written).equals(Files.getOwner(folder))) {
                throw new IOException(folder + " belongs to somebody else");
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        return target;
    }

    /** Where anybody can make a folder of this name, as in /tmp, what it holds is not trusted but written anew. */
    private static boolean isShared(Path folder) throws IOException {
        try {
            return Files.getPosixFilePermissions(folder.resolveSibling("")).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (UnsupportedOperationException windows) {
            return false;
        }
    }

    /** Compares every byte: the file may be cut short. */
    private static boolean holds(Path file, byte[] jar) throws IOException {
        return Files.isRegularFile(file)
                && Files.isReadable(file)
                && Files.size(file) == jar.length
                && Arrays.equals(Files.readAllBytes(file), jar);
    }
}
