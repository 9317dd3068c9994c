package dev.jprof.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie, seen from the project's folder. */
record Places(Path root) {
    Path target() {
        return root.resolve("benchmarks/target");
    }

    Path results() {
        return target().resolve("results");
    }

    Path manyClasses() {
        return target().resolve("many-classes.jar");
    }

    Path peer(String jar) {
        return target().resolve("peers").resolve(jar);
    }

    Path agent() throws IOException {
        return only("agent/target", "jprof-agent-", "\\.jar");
    }

    /** The command as it is shipped; the one in the project's folder also looks whether it is out of date. */
    Path command() throws IOException {
        return only("cli/target", "jprof-", "").resolve("bin/jprof");
    }

    /** What every program is started with: ours, the libraries, the examples and the program of many classes. */
    List<Path> classPath() throws IOException {
        var entries = new ArrayList<Path>();
        entries.add(target().resolve("classes"));
        try (Stream<Path> libraries = Files.list(target().resolve("lib"))) {
            libraries.sorted().forEach(entries::add);
        }
        entries.add(only("examples/target", "jprof-examples-", "\\.jar"));
        entries.add(manyClasses());
        return entries;
    }

    private Path only(String folder, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.filter(file ->
                            file.getFileName().toString().matches(prefix + "[0-9]+(\\.[0-9]+)*(-SNAPSHOT)?" + suffix))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("there is no " + folder + "/" + prefix + "*: build the project"));
        }
    }
}
