package dev.jprof.benchmarks.mode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An installed JDK. */
public record Jdk(Path home, String version) {
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"([^\"]+)\"");

    /** The JDK that a {@code java} executable, perhaps a link, belongs to. */
    public static Jdk of(Path java) {
        try {
            Path home = java.toRealPath().getParent().getParent();
            return at(home).orElseThrow(
                            () -> new IllegalArgumentException(home + " has no file 'release' that names a version"));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "there is no " + java + "; name an executable such as /opt/jdk/bin/java");
        }
    }

    /** The newest JDK, of this major version or newer, among those that are installed where JDKs usually are. */
    public static Optional<Jdk> newestFrom(int major) {
        var folders = new ArrayList<Path>();
        folders.add(Path.of(System.getProperty("java.home")));
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(folders::add);
        folders.addAll(foldersIn(Path.of("/usr/lib/jvm")));
        folders.addAll(foldersIn(Path.of("/Library/Java/JavaVirtualMachines")));
        folders.addAll(foldersIn(Path.of(System.getProperty("user.home"), ".sdkman/candidates/java")));
        return folders.stream()
                .flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home")))
                .flatMap(folder -> at(folder).stream())
                .filter(jdk -> jdk.major() >= major)
                .max(Comparator.comparingInt(Jdk::major));
    }

    public Path java() {
        return home.resolve("bin/java");
    }

    public int major() {
        return Integer.parseInt(version.split("[^0-9]")[0]);
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find() ? Optional.of(new Jdk(home, version.group(1))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> foldersIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
