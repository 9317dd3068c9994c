package dev.jprof.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What Surefire and Failsafe wrote of the tests of a module: the evidence that some ran. */
record TestReports(Set<Path> folders) {
    private static final String PLUGINS = "org.apache.maven.plugins:maven-";

    /** How much later than the JVM of the tests ends, if that is not awaited, Maven may write their report. */
    private static final Duration LATE = Duration.ofMillis(500);

    /** Failsafe writes it whether or not there was a test. */
    private static final String SUMMARY = "failsafe-summary.xml";

    static TestReports of(MavenProject project) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String name : List.of("surefire", "failsafe")) {
            folders.add(Path.of(project.getBuild().getDirectory(), name + "-reports"));
            for (ConfigurationContainer configured : configurations(project.getPlugin(PLUGINS + name + "-plugin"))) {
                String folder = reportsDirectory(configured.getConfiguration());
                if (folder != null) {
                    folders.add(project.getBasedir().toPath().resolve(folder));
                }
            }
        }
        return new TestReports(folders);
    }

    private static @Nullable String reportsDirectory(@Nullable Object configuration) {
        Xpp3Dom folder = configuration instanceof Xpp3Dom values ? values.getChild("reportsDirectory") : null;
        return folder == null ? null : folder.getValue();
    }

    private static List<ConfigurationContainer> configurations(@Nullable Plugin plugin) {
        List<ConfigurationContainer> all = new ArrayList<>();
        if (plugin != null) {
            all.add(plugin);
            all.addAll(plugin.getExecutions());
        }
        return all;
    }

    /** Returns whether tests ran at this moment or later. A JVM that crashed before it reported any leaves a file too. */
    boolean areThereSince(Instant begin) throws IOException {
        return !firstSince(begin).isEmpty();
    }

    /**
     * Returns the folders of those tests that ran at this moment or later and in whose time no profile was written. Tests write
     * their profile when their JVM ends, after their reports and before those of the next folder.
     *
     * @param profiles when profiles were written
     */
    List<Path> withoutProfile(Instant begin, List<Instant> profiles) throws IOException {
        TreeMap<Instant, Path> first = firstSince(begin);
        List<Path> without = new ArrayList<>();
        first.forEach((since, folder) -> {
            Instant next = Objects.requireNonNullElse(first.higherKey(since), Instant.MAX);
            if (profiles.stream().noneMatch(at -> at.isAfter(since.minus(LATE)) && at.isBefore(next))) {
                without.add(folder);
            }
        });
        return without;
    }

    /** Folders by when their first report was written, of those that are as young as this moment. */
    private TreeMap<Instant, Path> firstSince(Instant begin) throws IOException {
        TreeMap<Instant, Path> first = new TreeMap<>();
        for (Path folder : folders) {
            TreeSet<Instant> written = new TreeSet<>();
            for (Path report : in(folder)) {
                written.add(Files.getLastModifiedTime(report).toInstant());
            }
            Instant earliest = written.ceiling(begin);
            if (earliest != null) {
                first.put(earliest, folder);
            }
        }
        return first;
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith(SUMMARY))
                    .toList();
        }
    }
}
