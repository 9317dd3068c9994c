package dev.jprof.cli.truth;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources of tests in this JVM. */
public final class Javac {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /**
     * Compiles for {@code --release release} into {@code classes}, which is on the class path before {@code jars}; the text of
     * an error is the exception's message.
     */
    static void compile(int release, Path classes, List<Path> sources, Path... jars) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-nowarn", "-proc:none", "-encoding", "UTF-8", "-g"));
        String classPath = Stream.concat(Stream.of(classes), Stream.of(jars))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        options.addAll(List.of("--release", String.valueOf(release), "-cp", classPath, "-d", classes.toString()));
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(diagnostics, null, null)) {
            Files.createDirectories(classes);
            boolean compiled = COMPILER.getTask(
                            null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(diagnostics.getDiagnostics().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles one source text, whose public class is {@code className}. */
    public static void compile(int release, Path classes, String className, String text, Path... jars) {
        try {
            Path source = classes.resolve(className.replace('.', '/') + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, text);
            compile(release, classes, List.of(source), jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
