package dev.jprof.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of a program change the hash of a method, and which do not. */
class CodeHashTest {
    private static final String ONE = "int f(int a) { try { return Math.abs(a) + 1000000; }"
            + " catch (RuntimeException e) { return \"x\".length(); } }";

    @TempDir
    private Path folder;

    @Test
    void lines_debug_information_and_the_order_of_constants_do_not_matter() throws Exception {
        long hash = hashes(ONE).get("f");

        assertThat(hashes("\n\n\n" + ONE)).containsEntry("f", hash);
        assertThat(hashes(ONE, "-g:none")).containsEntry("f", hash);
        assertThat(hashes(ONE, "-g")).containsEntry("f", hash);
        assertThat(hashes("String s = \"y\" + System.nanoTime(); long k = 77777777777L; " + ONE))
                .containsEntry("f", hash);
    }

    @Test
    void a_constant_far_behind_in_the_pool_is_the_same_one() throws Exception {
        String loop = "int f(int a) { for (int i = 0; i < a; i++) { a += 1000000; } switch (a) { case 1: return 2;"
                + " case 500: return 3; default: return a; } }";
        StringBuilder many = new StringBuilder("void first() { long x; ");
        for (int i = 0; i < 300; i++) {
            many.append("x = ").append(40_000_000_000L + i).append("L; ");
        }

        assertThat(hashes(many + "} " + loop)).containsEntry("f", hashes(loop).get("f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(int a) { try { return Math.abs(a) - 1000000; } catch (RuntimeException e) {"
                        + " return \"x\".length(); } }",
                "int f(int a) { try { return Math.abs(a) + 1000001; } catch (RuntimeException e) {"
                        + " return \"x\".length(); } }",
                "int f(int a) { try { return Math.negateExact(a) + 1000000; } catch (RuntimeException e) {"
                        + " return \"x\".length(); } }",
                "int f(int a) { try { return StrictMath.abs(a) + 1000000; } catch (RuntimeException e) {"
                        + " return \"x\".length(); } }",
                "int f(int a) { try { return Math.abs(a) + 1000000; } catch (IllegalStateException e) {"
                        + " return \"x\".length(); } }",
                "int f(int a) { try { return Math.abs(a) + 1000000; } catch (RuntimeException e) {"
                        + " return \"y\".length(); } }",
                "int f(int a) { try { return Math.abs(a) + 1000000; } finally { a++; } }",
                "synchronized int f(int a) { try { return Math.abs(a) + 1000000; } catch (RuntimeException e) {"
                        + " return \"x\".length(); } }"
            })
    void any_change_of_what_is_done_changes_it(String changed) throws Exception {
        assertThat(hashes(changed).get("f")).isNotEqualTo(hashes(ONE).get("f"));
    }

    @Test
    void where_jumps_go_and_what_handlers_cover_matters() throws Exception {
        List<Long> hashes = new ArrayList<>();
        for (String body : List.of(
                "while (a > 0) { a--; b++; } c++;",
                "while (a > 0) { a--; b++; c++; }",
                "a++; try { b++; c++; } finally { d++; }",
                "try { a++; b++; c++; } finally { d++; }",
                "switch (a) { case 1: b++; case 2: c++; default: }",
                "switch (a) { case 1: b++; case 3: c++; default: }",
                "switch (a) { case 1: b++; break; case 2: c++; default: }",
                "a += 300;",
                "a += 301;",
                "b += 300;",
                "int[][] x = new int[2][2];",
                "Object x = new byte[2];",
                "Object x = new char[2];",
                "double x = a == 1 ? 1.5 : 2.5;",
                "double x = a == 1 ? 1.5 : 3.5;",
                "float x = 3f;",
                "float x = 4f;",
                "a = 100;",
                "a = 101;",
                "a = -100;",
                "a = 1000;",
                "a = 1001;")) {
            hashes.add(hashes("int a, b, c, d; void f() { int a = 0, b = 0, c = 0, d = 0; " + body + " }")
                    .get("f"));
        }

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void numbers_of_lambdas_do_not_matter_their_bodies_have_hashes_of_their_own() throws Exception {
        String lambda = "Runnable f() { return () -> System.gc(); }";
        Map<String, Long> alone = hashes(lambda);
        Map<String, Long> second = hashes("Runnable e() { return () -> { int a = 5; }; } " + lambda);

        assertThat(second).containsEntry("f", alone.get("f"));
        assertThat(lambdaIn(second, "f")).isEqualTo(lambdaIn(alone, "f")).isNotEqualTo(lambdaIn(second, "e"));
    }

    @ParameterizedTest
    @CsvSource({
        "lambda$run$1, lambda$run$12",
        "run$lambda$1, run$lambda$12",
        "run$lambda-1, run$lambda-12",
        "$anonfun$run$1, $anonfun$run$12",
        "run$$anonfun$1, run$$anonfun$12",
        "run$$anonfun$1$$anonfun$1, run$$anonfun$2$$anonfun$7",
        "run$$anonfun$adapted$1, run$$anonfun$adapted$2"
    })
    void nor_do_those_of_other_languages(String one, String other) {
        assertThat(Symbols.methodName(one)).isEqualTo(Symbols.methodName(other));
    }

    /** The hash of a method's one lambda, which some compilers number through the class and others through the method. */
    private static Long lambdaIn(Map<String, Long> hashes, String method) {
        return hashes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("lambda$" + method + "$"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_class_that_is_called_otherwise_does_the_same() throws Exception {
        String body = "static int n; int f() { n++; return g() + new %s().g(); } int g() { return n; }";
        Map<String, Long> one = hashesOf("One", body.formatted("One"));
        Map<String, Long> other = hashesOf("Other", body.formatted("Other"));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void numbers_of_anonymous_classes_do_not_matter() throws Exception {
        String made =
                "Runnable f() { return new Runnable() { @Override public void run() { new Object() {}.hashCode(); } }; }";
        Map<String, Long> first = hashesOf("T", made);
        Map<String, Long> second = hashesOf("T", "Object e() { return new Object() {}; } " + made);

        assertThat(second).containsEntry("f", first.get("f"));
        assertThat(hashesOf("T", "String f() { return \"T$1\"; }"))
                .isNotEqualTo(hashesOf("T", "String f() { return \"T$2\"; }"));
    }

    @ParameterizedTest
    @CsvSource({
        "T$1, T$12",
        "T$1Local, T$2Local",
        "T$run$1$2, T$run$4$1",
        "T$$anon$1, T$$anon$2",
        "T$_run_closure1$_closure2, T$_run_closure3$_closure12",
        "T$_run_lambda1, T$_run_lambda2",
        "(IT$1;)LT$2;, (IT$3;)LT$4;"
    })
    void types_that_differ_in_a_compilers_number_are_one(String one, String other) {
        assertThat(Symbols.type(one)).isEqualTo(Symbols.type(other));
    }

    @ParameterizedTest
    @CsvSource({"T1, T2", "T$A1, T$A2", "T$1A, T$1B", "T$1, U$1", "T$closure1, T$closure2"})
    void types_that_somebody_numbered_are_two(String one, String other) {
        assertThat(Symbols.type(one)).isNotEqualTo(Symbols.type(other));
    }

    /** Only the class's own name stands for itself. */
    @Test
    void a_neighbour_is_not_the_class_itself() throws Exception {
        String neighbour = "class T$2 {} ";

        assertThat(hashesOf("T$1", "Object f() { return T$1.class; }"))
                .isNotEqualTo(hashesOf("T$1", "Object f() { return T$2.class; } } " + neighbour.replace("}", "")));
    }

    @Test
    void classes_of_one_name_that_disagree_have_no_hash() throws Exception {
        MethodTable table = new MethodTable();
        weave(table, compile("T", "class T { " + ONE + " }"));
        weave(table, compile("T", "class T { " + ONE.replace("1000000", "7") + " }"));

        assertThat(hashes(table)).containsEntry("f", 0L);
        assertThat(hashes(table).get("<init>")).isNotZero();
    }

    private Map<String, Long> hashes(String members, String... flags) throws Exception {
        return hashesOf("T", members, flags);
    }

    private Map<String, Long> hashesOf(String name, String members, String... flags) throws Exception {
        MethodTable table = new MethodTable();
        weave(table, compile(name, "class " + name + " { " + members + " }", flags));
        return hashes(table);
    }

    private static void weave(MethodTable table, byte[] bytes) {
        MethodTable other = new MethodTable();
        new ByteWeaver(table, new Skips(), null, true).weave(bytes);
        new ByteWeaver(other, new Skips(), null, true).weave(bytes);
        MethodTable asm = new MethodTable();
        new AsmWeaver(asm, new Skips(), null, true).weave(bytes);
        assertThat(hashes(asm)).isEqualTo(hashes(other));
    }

    private static Map<String, Long> hashes(MethodTable table) {
        int count = table.idOf(new WovenMethod("end", "end", "()V", null, 0, false, false, 0));
        Map<String, Long> hashes = new LinkedHashMap<>();
        for (int id = 0; id < count; id++) {
            hashes.put(table.get(id).name, table.get(id).codeHash());
        }
        return hashes;
    }

    private byte[] compile(String name, String text, String... flags) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Path out = Files.createTempDirectory(folder, "classes");
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + name + ".java"), javax.tools.JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return text;
                    }
                };
        List<String> options = new ArrayList<>(List.of("-d", out.toString(), "-nowarn", "-proc:none"));
        options.addAll(List.of(flags));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            assertThat(javac.getTask(null, files, null, options, null, List.of(source))
                            .call())
                    .isTrue();
        }
        return Files.readAllBytes(out.resolve(name + ".class"));
    }
}
