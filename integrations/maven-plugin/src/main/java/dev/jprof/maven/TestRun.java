package dev.jprof.maven;

import dev.jprof.agent.options.FileName;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests of a module leave in a directory: a profile of each fork, and their sum in {@code run.json}. */
record TestRun(Path directory) {
    private static final String FORK = "fork-";

    /** Returns the agent's option {@code file}. */
    Path forkFile() {
        return Path.of(FileName.literally(directory.toAbsolutePath().toString()), FORK + "%p.json");
    }

    Path file() {
        return directory.resolve("run.json");
    }

    /** Deletes the profiles that were written before a moment, the beginning of this build. */
    void forgetForksBefore(Instant begin) throws IOException {
        Files.createDirectories(directory);
        for (Path fork : forks()) {
            if (Files.getLastModifiedTime(fork).toInstant().isBefore(begin)) {
                Files.delete(fork);
            }
        }
        Files.deleteIfExists(file());
    }

    List<Path> forks() throws IOException {
        List<Path> forks = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, FORK + "*.json")) {
                found.forEach(forks::add);
            }
        }
        forks.sort(null);
        return forks;
    }

    /** Returns when the profiles of the forks were written. */
    List<Instant> written() throws IOException {
        List<Instant> written = new ArrayList<>();
        for (Path fork : forks()) {
            written.add(Files.getLastModifiedTime(fork).toInstant());
        }
        return written;
    }

    /**
     * Adds up the forks and writes their sum.
     *
     * @param workload what was run: Surefire's own arguments, which the agent takes for it, have other names of temporary files each time
     */
    Profile sum(String workload) throws IOException {
        Profile sum = ProfileReader.readMerged(forks());
        Map<String, Object> meta = new LinkedHashMap<>(sum.meta().values());
        meta.computeIfPresent("comparability", (key, groups) -> {
            Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) groups);
            changed.computeIfPresent("counts", (name, counts) -> with(workload, (Map<?, ?>) counts));
            return changed;
        });
        Profile run = new Profile(new Meta(meta), sum.methods(), sum.threads(), sum.tree());
        ProfileWriter.write(run, file());
        return run;
    }

    private static Map<?, ?> with(String workload, Map<?, ?> counts) {
        Map<Object, Object> changed = new LinkedHashMap<>(counts);
        changed.put("workload", sha256(workload));
        return changed;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
