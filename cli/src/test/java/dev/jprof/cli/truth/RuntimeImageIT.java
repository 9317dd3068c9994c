package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodTable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that jlink put into a runtime image: its classes come from where the JDK's come from. */
class RuntimeImageIT {
    @TempDir
    private Path folder;

    @Test
    void a_program_in_an_image_is_profiled() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source/app"));
        Files.writeString(source.resolveSibling("module-info.java"), "module com.acme { }");
        Files.writeString(source.resolve("Main.java"), """
                package app;

                public class Main {
                    static int sum;
                    static void step(int n) { for (int i = 0; i < n; i++) sum += i; }
                    public static void main(String[] args) { for (int i = 0; i < 1500; i++) step(i); }
                }
                """);
        String modules = folder.resolve("modules").toString();
        tool("javac", "-d", modules, source.resolveSibling("module-info.java") + "", source.resolve("Main.java") + "");
        Path image = folder.resolve("image");
        tool("jlink", "--module-path", modules, "--add-modules", "com.acme,java.instrument", "--output", image + "");
        Path profile = folder.resolve("p.json");

        Process program = new ProcessBuilder(
                        image.resolve("bin/java") + "",
                        "-javaagent:" + Built.jar("agent") + "=file=" + profile,
                        "-m",
                        "com.acme/app.Main")
                .redirectErrorStream(true)
                .start();

        assertThat(program.getInputStream().readAllBytes()).asString().isEmpty();
        assertThat(program.waitFor()).isZero();
        assertThat(MethodTable.of(ProfileReader.read(profile)).rows())
                .filteredOn(row -> row.method().kind() == Method.Kind.JAVA)
                .extracting(row -> row.method().name() + " " + row.calls())
                .containsExactlyInAnyOrder("main 1", "step 1500");
    }

    private static void tool(String name, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        assertThat(ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments))
                .isZero();
    }
}
