package dev.jprof.cli.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one program under the real agent. */
class DiffIT {
    private static final String LOADER = """
            package shop;
            public class Loader {
                static double sink;
                public static void main(String[] args) {
                    for (int i = 0; i < 20; i++) load(i);
                    for (int i = 0; i < 3; i++) ((Runnable) () -> store()).run();
                }
                static void load(int order) {
                    Parser parser = new Parser();
                    for (int i = 0; i < 100; i++) sink += parser.next(i);
                }
                static void store() { sink += Math.sqrt(sink); for (int i = 0; i < 9; i++) sink++; }
            }
            class Parser {
                double next(int token) {
                    double value = token;
                    for (int i = 0; i < 2000; i++) value += Math.sin(value);
                    return value;
                }
            }
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void recordTheBase() throws IOException {
        record("base.json", LOADER);
    }

    @Test
    void a_loop_that_asks_three_times_as_often_is_named_with_its_number() throws IOException {
        record("new.json", "\n\n" + LOADER.replace("i < 100", "i < 310"));

        assertThat(diff("--format", "json", "--sort", "cumulative", "--limit", "1.0"))
                .isZero();
        String json = out.toString(UTF_8);
        assertThat(json).contains("\"methodsNew\":0,\"methodsGone\":0,\"methodsChanged\":1");
        assertThat(json).contains("calls Parser.next 3.1 times as often");
        assertThat(json).contains("\"calls\":{\"base\":2000,\"new\":6200,\"delta\":4200,\"noise\":0}");
        assertThat(row(json, "shop.Loader.load")).contains("\"code\":\"changed\"");
        assertThat(row(json, "shop.Parser.next")).contains("\"code\":\"same\"");
    }

    @Test
    void calls_of_a_build_that_only_moved_lines_and_renumbered_lambdas_are_the_same() throws IOException {
        record(
                "new.json",
                LOADER.replace("static double sink;", "static double sink; Runnable unused = () -> main(null);\n\n"));

        assertThat(diff("--counts")).isZero();
        assertThat(out.toString(UTF_8)).contains("Nothing moved.");
    }

    @Test
    void anonymous_classes_that_another_one_numbered_anew_are_the_same() throws IOException {
        String tasks = "static Runnable a() { return new Runnable() { public void run() { sink++; } }; }"
                + " static Runnable b() { return new Runnable() { public void run() { for (int i = 0; i < 9; i++) sink--; } }; }";
        String old = LOADER.replace("static double sink;", "static double sink; " + tasks)
                .replace("load(i);", "{ a().run(); b().run(); load(i); }");
        record("base.json", old);
        record(
                "new.json",
                old.replace(
                        "static double sink;",
                        "static Object never() { return new Object() {}; } static double sink;"));

        assertThat(diff("--counts")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("Taken for the same class: shop.Loader$1 of the base and shop.Loader$2")
                .contains("0 methods new, 0 gone, 0 with changed code")
                .contains("Nothing moved.");
    }

    @Test
    void other_arguments_are_another_workload() throws IOException {
        record("new.json", LOADER, "--all");

        assertThat(diff()).isEqualTo(2);
        assertThat(diff("--force")).isZero();
    }

    private static String row(String json, String name) {
        int start = json.indexOf("{\"name\":\"" + name);
        return json.substring(start, json.indexOf("\"calls\"", start));
    }

    private void record(String file, String source, String... arguments) throws IOException {
        Path own = Files.createTempDirectory(folder, "build");
        Target.of(own, 11, "shop.Loader", source).run(ChildJvm.in(own).withAgent("include=shop.*"), arguments);
        Files.move(own.resolve("profile.json"), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private int diff(String... options) {
        out.reset();
        String[] words = new String[options.length + 3];
        words[0] = "diff";
        words[1] = folder.resolve("base.json").toString();
        words[2] = folder.resolve("new.json").toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Main.run(words, out, new ByteArrayOutputStream());
    }
}
