package dev.jprof.cli.docs;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The folder of somebody who reads the documentation: jprof and the examples as built, a program in
 * {@code app.jar}, an older one in {@code old}, one that runs on in {@code server.jar}, another in {@code Import.java}, a profile in {@code profile.json}, more to merge and compare,
 * and a Maven that starts the program.
 */
final class ReadersFolder {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String MAIN = "com.acme.Main";
    private static final String SERVER = "server.jar";
    private static final long TIMEOUT_SECONDS = 300;

    private final Path folder;
    private @Nullable Process server;

    private ReadersFolder(Path folder) {
        this.folder = folder;
    }

    /** What a command left behind. */
    record Ended(int exitCode, String output) {}

    static ReadersFolder in(Path folder) throws IOException, InterruptedException {
        var made = new ReadersFolder(folder);
        made.copyExamples();
        made.script("jprof", "exec '" + builtJprof() + "' \"$@\"");
        made.script("bin/jprof", "exec '" + builtJprof() + "' \"$@\"");
        made.script("bin/mvn", "exec java -jar app.jar");
        made.compileProgram();
        made.copyImport();
        made.copyToOld();
        for (String profile : new String[] {
            "profile.json", "a.json", "b.json", "nightly/base-1.json", "nightly/base-2.json", "nightly/new-1.json"
        }) {
            Ended ended = made.run("jprof run --file " + profile + " -- java -jar app.jar");
            if (ended.exitCode() != 0) {
                throw new IOException(ended.output());
            }
        }
        made.recordForImport();
        return made;
    }

    /** What other tools have written. */
    private void recordForImport() throws IOException, InterruptedException {
        Ended ended = run("java -XX:StartFlightRecording=settings=profile,filename=rec.jfr"
                + " -cp examples/target/jprof-examples-0.1.0.jar dev.jprof.examples.SlowSystems --scale 0.2");
        if (ended.exitCode() != 0) {
            throw new IOException(ended.output());
        }
        Files.writeString(
                folder.resolve("stacks.txt"), "com/acme/Main.main;com/acme/Main.root 7\ncom/acme/Main.main 3\n");
        Files.copy(PROJECT.resolve("cli/src/test/resources/profiles/cpu.pb.gz"), folder.resolve("cpu.pb.gz"));
    }

    /** Runs a line of shell and waits for its end. */
    Ended run(String line) throws IOException, InterruptedException {
        if (line.contains(" " + SERVER) && server == null) {
            server = startServer();
        }
        Path output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).redirectInput(new File("/dev/null"));
        String java = System.getProperty("java.home");
        var environment = builder.environment();
        environment.merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + java + "/bin:" + path);
        environment.put("JAVA_HOME", java);
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("BROWSER", "true");
        environment.remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        if (line.contains("jprof serve")) {
            pressControlC(process, output);
        }
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Ended(-1, "no end within " + TIMEOUT_SECONDS + " s: " + line);
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** Once the server has printed its address. */
    private static void pressControlC(Process process, Path output) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.readString(output).contains("Ctrl-C")) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        // Some shells wait for their last command, and others become it.
        long server =
                process.descendants().findFirst().orElse(process.toHandle()).pid();
        new ProcessBuilder("sh", "-c", "kill -INT " + server).start().waitFor();
    }

    /** A program that runs until {@link #close}. */
    private Process startServer() throws IOException, InterruptedException {
        Path out = folder.resolve("server.txt");
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", SERVER, "serve")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        while (started.isAlive() && !Files.readString(out).contains("ready")) {
            started.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return started;
    }

    /** Ends what is still running. */
    void close() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private static Path builtJprof() throws IOException {
        try (Stream<Path> built = Files.list(PROJECT.resolve("cli/target"))) {
            return built.map(folder -> folder.resolve("bin/jprof"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no bin/jprof in cli/target: build module cli"));
        }
    }

    private void script(String name, String line) throws IOException {
        Path script = folder.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + script + " executable");
        }
    }

    private void copyToOld() throws IOException {
        Files.createDirectories(folder.resolve("old"));
        Files.copy(folder.resolve("app.jar"), folder.resolve("old/app.jar"));
    }

    private void copyExamples() throws IOException {
        Path target = Files.createDirectories(folder.resolve("examples/target"));
        try (Stream<Path> jars = Files.list(PROJECT.resolve("examples/target"))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, target.resolve(jar.getFileName()));
            }
        }
    }

    /** The program of docs/api.md, as it stands there. */
    private void copyImport() throws IOException {
        Files.writeString(
                folder.resolve("Import.java"),
                ApiDocsIT.blocks(PROJECT.resolve("docs/api.md"), "java").get(0));
    }

    private void compileProgram() throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), """
                package com.acme;

                public class Main {
                    static volatile double served;

                    public static void main(String[] args) throws InterruptedException {
                        System.out.println(sum());
                        while (args.length > 0) {
                            System.out.println("ready");
                            Thread.sleep(100);
                            served += sum() + serve();
                        }
                    }

                    static double serve() {
                        double sum = 0;
                        for (int i = 0; i < 5000000; i++) {
                            sum += Math.sqrt(i) / (i + 1);
                        }
                        return sum;
                    }

                    static double sum() {
                        double sum = 0;
                        for (int i = 0; i < 1000; i++) {
                            sum += root(i);
                        }
                        return sum;
                    }

                    static double root(int of) {
                        return Math.sqrt(of);
                    }
                }
                """);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        if (failed != 0) {
            throw new IOException("cannot compile " + source);
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN);
        String entry = MAIN.replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(folder.resolve("app.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            Files.copy(folder.resolve(entry), jar);
        }
        Files.copy(folder.resolve("app.jar"), folder.resolve(SERVER));
    }
}
