package dev.jprof.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a program of 10,000 classes that each do a little once: a jar with a hundred groups of a hundred. */
final class ManyClasses {
    static final String MAIN = "many.Start";
    static final int COUNT = 10_000;

    private static final int GROUP = 100;

    private ManyClasses() {}

    /** Makes the jar unless it exists. */
    static void generate(Path jar) throws IOException {
        if (Files.exists(jar)) {
            return;
        }
        Path work = Files.createTempDirectory("many-classes");
        Path classes = Files.createDirectories(work.resolve("classes"));
        compile(sources(work), classes);
        pack(classes, jar);
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        var sources = new ArrayList<Path>();
        var start =
                new StringBuilder("package many;\npublic class Start {\n  public static void main(String[] args) {\n");
        for (int first = 0; first < COUNT; first += GROUP) {
            var calls = new StringBuilder();
            var text = new StringBuilder();
            for (int i = first; i < first + GROUP; i++) {
                calls.append("    sum += new Part")
                        .append(i)
                        .append("(")
                        .append(i)
                        .append(").work();\n");
                text.append(part(i));
            }
            String name = "Group" + first / GROUP;
            String group = "package many;\nclass " + name + " {\n  static int run() {\n    int sum = 0;\n" + calls
                    + "    return sum;\n  }\n}\n" + text;
            sources.add(Files.writeString(folder.resolve(name + ".java"), group));
            start.append("    ").append(name).append(".run();\n");
        }
        sources.add(Files.writeString(folder.resolve("Start.java"), start.append("  }\n}\n")));
        return sources;
    }

    /** A class of about 1.5 kB, with eight methods of common shapes. */
    private static String part(int number) {
        return """
                class Part# {
                  private final int start;
                  private String text = "part #";
                  Part#(int start) { this.start = start; }
                  int start() { return start; }
                  void rename(String name) { text = name; }
                  int work() { rename(text + start()); return count(text) + sum(new int[] {1, 2, 3}) + safe("7") + pick(start); }
                  private static int count(String text) {
                    int count = 0;
                    for (int i = 0; i < text.length(); i++) { if (text.charAt(i) == 'p') { count++; } }
                    return count;
                  }
                  private int sum(int[] values) { int sum = start; for (int value : values) { sum += value; } return sum; }
                  private static int safe(String number) {
                    try { return Integer.parseInt(number); } catch (NumberFormatException e) { return -1; }
                  }
                  static int pick(int n) { switch (n % 4) { case 0: return 5; case 1: return 8; default: return n; } }
                }
                """.replace("#", String.valueOf(number));
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("the program of many classes needs a JDK, and this is a Java without compiler");
        }
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", classes.toString(), "--release", "17", "-proc:none", "-XDstringConcat=inline");
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IOException("the program of many classes does not compile");
            }
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Path part = jar.resolveSibling(jar.getFileName() + ".part");
        try (var out = new JarOutputStream(Files.newOutputStream(part));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        Files.move(part, jar);
    }
}
