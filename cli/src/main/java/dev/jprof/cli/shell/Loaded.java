package dev.jprof.cli.shell;

import dev.jprof.report.export.PstatsSource;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The profiles of a session: what was read last, and what has been added since. */
final class Loaded {
    private final Setting setting;
    private String name = "";
    private @Nullable Tables tables;

    Loaded(Setting setting) {
        this.setting = setting;
    }

    /** The file that was read last; empty when none was. */
    String name() {
        return name;
    }

    @Nullable
    Tables tables() {
        return tables;
    }

    Collection<String> methods() {
        Tables known = tables;
        List<Method> methods = known == null ? List.of() : known.read().methods();
        TreeSet<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(method.qualifiedName()));
        return names;
    }

    /** Forgets what was loaded before, unless this file can't be read. */
    void read(String file) throws IOException {
        if (file.isEmpty() && name.isEmpty()) {
            throw new UsageException("No statistics object is current -- cannot reload.");
        }
        String wanted = file.isEmpty() ? name : file;
        Path path = path(wanted, "%2$s");
        Profile profile = ProfileReader.read(path);
        tables = setting.pstats() ? new PstatsTables(profile, source(path), setting) : new OwnTables(profile, setting);
        name = wanted;
    }

    /** Only when something is loaded. */
    void add(Tables known, String file) throws IOException {
        Path path = path(file, "Failed to load statistics for %3$s: [Errno %1$d] %2$s: '%3$s'");
        known.add(ProfileReader.read(path), source(path));
    }

    /** In the style of pstats a file that can't be opened is told of as Python does. */
    private Path path(String file, String pythons) {
        Path path = of(file);
        if (setting.pstats() && !file.isEmpty() && Files.isDirectory(path)) {
            throw new UsageException(pythons.formatted(21, "Is a directory", file));
        }
        if (setting.pstats() && (file.isEmpty() || !Files.exists(path))) {
            throw new UsageException(pythons.formatted(2, "No such file or directory", file));
        }
        if (file.isEmpty()) {
            throw new UsageException("which file? 'help add' says how");
        }
        return path;
    }

    /** The file that is called so. */
    static Path of(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException wrong) {
            throw new UsageException("'" + Printable.of(file) + "' is no name of a file");
        }
    }

    private static String source(Path file) throws IOException {
        return PstatsSource.line(Files.getLastModifiedTime(file), file.toString());
    }
}
