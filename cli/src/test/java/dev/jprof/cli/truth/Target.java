package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small program of a test: source text, compiled into the test's folder. */
final class Target {
    private final String classPath;
    private final String mainClass;

    private Target(String classPath, String mainClass) {
        this.classPath = classPath;
        this.mainClass = mainClass;
    }

    /** Compiles {@code source}, whose public class is {@code mainClass}, for a class file level, against some jars. */
    static Target of(Path folder, int release, String mainClass, String source, Path... jars) {
        Path classes = folder.resolve("classes");
        Javac.compile(release, classes, mainClass, source, jars);
        Target target = new Target(classes.toString(), mainClass);
        for (Path jar : jars) {
            target = target.withJar(jar);
        }
        return target;
    }

    Target withJar(Path jar) {
        return new Target(classPath + File.pathSeparator + jar, mainClass);
    }

    /** Runs without and with the agent; what the program prints and how it ends must not differ. */
    ChildJvm.Ended runsTheSame(ChildJvm jvm, String options, String... arguments) {
        ChildJvm.Ended bare = run(jvm, arguments);
        ChildJvm.Ended profiled = run(jvm.withAgent(options), arguments);

        assertThat(profiled.err()).isEqualTo(bare.err());
        assertThat(profiled.out()).isEqualTo(bare.out());
        assertThat(profiled.exitCode()).isEqualTo(bare.exitCode());
        return profiled;
    }

    ChildJvm.Ended run(ChildJvm jvm, String... arguments) {
        return jvm.run(command(arguments));
    }

    Process start(ChildJvm jvm, String... arguments) {
        return jvm.start(command(arguments));
    }

    private String[] command(String... arguments) {
        return Stream.concat(Stream.of("-cp", classPath, mainClass), Stream.of(arguments))
                .toArray(String[]::new);
    }

    /** The jar that a class or resource of the test's class path comes from. */
    static Path jarOf(String resource) {
        String url = String.valueOf(Target.class.getClassLoader().getResource(resource));
        assertThat(url).startsWith("jar:file:");
        return Path.of(URI.create(url.substring("jar:".length(), url.indexOf('!'))));
    }

    /** File names in a folder, sorted. */
    static List<String> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
