package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The two weavers make the same of real classes, and the first of them handles nearly all. */
class TwoWeaversTest {
    private final List<String> differences = new ArrayList<>();
    private final JdkPackages jdk = new JdkPackages();
    private int classes;
    private int left;

    @Test
    void both_weave_the_classes_of_some_libraries_alike() throws Exception {
        jar(jarOf(Assertions.class), 4);
        jar(jarOf(Test.class), 1);
        jrt("java.base/java/util/concurrent");

        assertThat(differences).isEmpty();
        assertThat(classes).isGreaterThan(700);
        assertThat(left).isLessThan(classes / 100);
    }

    @Test
    @EnabledIfSystemProperty(named = "jprof.long", matches = "true")
    void both_weave_all_there_is_alike() throws Exception {
        jrt("");
        Path repository = jarOf(ClassReader.class);
        while (!repository.endsWith("repository")) {
            repository = repository.getParent();
        }
        for (Path jar : files(repository, ".jar")) {
            jar(jar, 25);
        }
        System.out.println(classes + " classes, " + left + " left to ASM, " + differences.size() + " differ");

        assertThat(differences).isEmpty();
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private void jar(Path jar, int step) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            List<Path> files = files(zip.getPath("/"), ".class");
            for (int i = 0; i < files.size(); i += step) {
                compare(jar, files.get(i));
            }
        } catch (IOException | java.util.zip.ZipError | java.nio.file.ProviderNotFoundException notAJar) {
            return;
        }
    }

    private void jrt(String folder) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/" + folder);
        for (Path file : files(modules, ".class")) {
            compare(modules, file);
        }
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path where, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        classes++;
        for (JdkPackages calls : new JdkPackages[] {null, jdk}) {
            String difference = difference(bytes, calls, where + " " + file);
            if (difference != null && differences.size() < 100) {
                differences.add(difference);
            }
        }
    }

    private String difference(byte[] bytes, JdkPackages calls, String where) {
        Result asm = new Result();
        try {
            asm.bytes = new AsmWeaver(asm.methods, asm.skips, calls, true).weave(bytes);
        } catch (RuntimeException broken) {
            return null;
        }
        Result moved = new Result();
        try {
            moved.bytes = new ByteWeaver(moved.methods, moved.skips, calls, true).weave(bytes);
        } catch (Unfit toAsm) {
            left++;
            return null;
        } catch (RuntimeException failure) {
            return where + ": " + failure;
        }
        List<String> expected = asm.text();
        List<String> found = moved.text();
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                return where + " line " + i + ":\n  " + expected.get(i) + "\n  " + found.get(i);
            }
        }
        return expected.size() == found.size() ? null : where + ": " + expected.size() + " and " + found.size();
    }

    /** What a weaver made of a class. */
    private static final class Result {
        final MethodTable methods = new MethodTable();
        final Skips skips = new Skips();
        byte[] bytes;

        List<String> text() {
            List<String> text = new ArrayList<>();
            if (bytes != null) {
                text.addAll(CodeText.of(bytes));
            }
            int count = methods.idOf(new WovenMethod("end", "end", "()V", null, 0, false, false, 0));
            for (int id = 0; id < count; id++) {
                WovenMethod method = methods.get(id);
                text.add(method.key() + method.leaf + method.file + " " + method.codeHash());
            }
            for (Skips.Skip skip : skips.list()) {
                text.add(skip.method + skip.descriptor + skip.reason);
            }
            return text;
        }
    }
}
