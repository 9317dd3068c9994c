package dev.jprof.cli.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds one JDK of each major version: this JVM's own, {@code JAVA_HOME}, those in {@code /usr/lib/jvm}, and those that
 * {@code .ci/install-jdks} brought.
 */
public final class InstalledJdks {
    private static final List<Integer> ALWAYS_REQUIRED = List.of(8, 11, 17, 21, 25);
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    private static final Map<Integer, Jdk> FOUND = find();

    private InstalledJdks() {}

    /** Every JDK found, one a major version, oldest first. */
    public static Collection<Jdk> all() {
        return FOUND.values();
    }

    /** The JDKs found of this major version and newer, oldest first. */
    public static List<Jdk> from(int major) {
        return all().stream().filter(jdk -> jdk.major() >= major).toList();
    }

    /** The JDK of this major version. */
    public static Optional<Jdk> of(int major) {
        return Optional.ofNullable(FOUND.get(major));
    }

    /** The major versions that a run under {@code JPROF_REQUIRE_ALL=true} can't do without. */
    static SortedSet<Integer> required() {
        var required = new TreeSet<>(ALWAYS_REQUIRED);
        Path majors = broughtBy().resolve("majors");
        if (Files.exists(majors)) {
            read(majors).lines().map(Integer::valueOf).forEach(required::add);
        }
        return required;
    }

    private static Map<Integer, Jdk> find() {
        var homes = new ArrayList<Path>();
        homes.add(Path.of(System.getProperty("java.home")));
        environment("JAVA_HOME").map(Path::of).ifPresent(homes::add);
        homes.addAll(foldersIn(Path.of("/usr/lib/jvm")));
        homes.addAll(foldersIn(broughtBy()));

        var found = new TreeMap<Integer, Jdk>();
        for (Path home : homes) {
            if (Files.isExecutable(home.resolve("bin/javac")) && Files.isReadable(home.resolve("release"))) {
                major(read(home.resolve("release"))).ifPresent(major -> found.putIfAbsent(major, new Jdk(major, home)));
            }
        }
        return found;
    }

    /** The major version that the text of a JDK's {@code release} file states. */
    static Optional<Integer> major(String release) {
        Matcher version = VERSION.matcher(release);
        return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    }

    private static Path broughtBy() {
        return environment("JPROF_JDKS")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "jprof-jdks"));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
