package dev.jprof.report.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollapsedWriterTest {
    /** As async-profiler, perf, py-spy, Kotlin and people write. */
    private static final String STACKS = """
            [main tid=12];java/util/HashMap.get_[j];com/acme/Main.main([Ljava/lang/String|)V_[i] 3
            [a b] tid=7 tid=12];A.a 4
            [main tid=13];A.a 5
            [idle tid=14] 6
            [all threads tid=0] 14
            java/util/HashMap.get;java/util/HashMap.get 7
            main.go_[j];main.main;tcp_v4.Rcv_[k];Foo.Rcv_[k];libc.so.6;[unknown] 8
            Foo.Rcv;do_syscall_64_[k];x_[j]_[j];x_[k]_[k];com/acme/Main$$Lambda+0x7f1.apply;com/acme/Script+0x7f2.run;com.acme.A.<init> 9
            process 7:"python app.py";thread (0x7F): MainThread;work (src/app.py:3);f (a.b (c).py:7);g (x.py) 10
            kt/FooTest.should do this, and that;kt/FooTest$should do this$1.invoke;kt/FooTest$a-b.<init>(I)V 11
            kt/FooTest.load (slow);kt/FooTest.load (fast);A.sum(int);A.sum(String) 15
            a b c;;d e 12
            \u00e4\u20ac.\u4e2d();\ud83d\ude00 13
            """;

    @Test
    void what_was_read_is_written_and_read_the_same_again() throws IOException {
        Profile first = read(STACKS);
        String written = write(first, Metric.SAMPLES);
        Profile second = read(written);

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(write(second, Metric.SAMPLES)).isEqualTo(written);
        assertThat(written)
                .contains("[main tid=12];java/util/HashMap.get;com/acme/Main.main([Ljava/lang/String|)V 3\n")
                .contains("kt/FooTest.should do this, and that;kt/FooTest$should do this$1.invoke;");
        assertThat(first.methods())
                .extracting(Method::className, Method::name)
                .contains(tuple("kt.FooTest", "should do this, and that"))
                .contains(tuple("kt.FooTest$should do this$1", "invoke"));
    }

    /** Only a line feed ends a line here. */
    @Test
    void a_thread_may_have_any_other_end_of_line_in_its_name() throws IOException {
        assertThat(read("[a\u2028b tid=5];A.a 16\n").threads())
                .extracting(ThreadRow::name)
                .containsExactly("a\u2028b");
    }

    /** Other readers end lines there, or can't put them into a picture. */
    @Test
    void what_controls_a_line_is_written_as_a_space() throws IOException {
        assertThat(write(read("[a\u2028b tid=5];A.a\u0085b\u2029c 16\n"), Metric.SAMPLES))
                .isEqualTo("[a b tid=5];A.a b c 16\n");
    }

    /** Their methods and threads have names with line breaks, quotes, brackets, half characters, or none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 7, 8, 9})
    void every_path_of_a_counted_profile_keeps_its_number(long seed) throws IOException {
        Profile profile = RandomProfiles.profile(seed);
        for (Metric metric : List.of(Metric.CALLS, Metric.SELF)) {
            long[] numbers = profile.tree().column(metric);

            String written = write(profile, metric);

            assertThat(written.lines().count())
                    .isEqualTo(
                            LongStream.of(numbers).filter(number -> number > 0).count());
            assertThat(LongStream.of(read(written).tree().column(Metric.SAMPLES))
                            .sum())
                    .isEqualTo(LongStream.of(numbers).sum());
        }
    }

    @Test
    void overloads_are_told_apart_and_other_methods_have_short_names() throws IOException {
        Profile profile = profile(
                method("com.acme.Dao", "load", "(Ljava/lang/String;J)V", "Dao.java"),
                method("com.acme.Dao", "load", "()V", "Dao.java"),
                method("com.acme.Dao", "store", "(I)V", "Dao.java"),
                method("", "request[a; b]", "", ""));

        String written = write(profile, Metric.SELF);

        assertThat(written).isEqualTo("""
                [pool 1| a  b tid=5];com/acme/Dao.load(Ljava/lang/String|J)V 10
                [pool 1| a  b tid=5];com/acme/Dao.load(Ljava/lang/String|J)V;com/acme/Dao.load()V 20
                [pool 1| a  b tid=5];com/acme/Dao.load(Ljava/lang/String|J)V;com/acme/Dao.load()V;com/acme/Dao.store 30
                [pool 1| a  b tid=5];com/acme/Dao.load(Ljava/lang/String|J)V;com/acme/Dao.load()V;com/acme/Dao.store;request[a| b] 40
                """);
        assertThat(read(written).methods())
                .extracting(Method::descriptor)
                .containsExactly("(Ljava/lang/String;J)V", "()V", "", "");
    }

    @Test
    void a_very_deep_stack_comes_back() throws IOException {
        int depth = 200_000;
        String stack = "com/acme/deep/Recursive.descend;".repeat(depth) + "com/acme/Leaf.leaf 1\n";

        Profile profile = read(stack);

        assertThat(profile.tree().size()).isEqualTo(depth + 2);
        assertThat(write(profile, Metric.SAMPLES)).isEqualTo(stack);
    }

    @Test
    void nothing_to_write_is_told() throws IOException {
        assertThat(CollapsedWriter.write(read("A.a 3\n"), Metric.ERRORS, OutputStream.nullOutputStream()))
                .isFalse();
    }

    private static Method method(String className, String name, String descriptor, String file) {
        return new Method(className, name, descriptor, file, 7, Method.Kind.JAVA, true);
    }

    /** One path through all methods; the first takes 10 ns itself, the second 20. */
    private static Profile profile(Method... methods) {
        int size = methods.length + 1;
        Map<Metric, long[]> columns = Map.of(
                Metric.CALLS,
                LongStream.range(0, size).toArray(),
                Metric.SELF,
                LongStream.range(0, size).map(node -> node * 10).toArray());
        int[] path = IntStream.range(-1, size - 1).toArray();
        return new Profile(
                new Meta(Map.of()),
                List.of(methods),
                List.of(new ThreadRow("pool 1; a\r\nb", 5, 0, 1)),
                new CallTree(path, path, columns));
    }

    private static String write(Profile profile, Metric metric) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(CollapsedWriter.write(profile, metric, out)).isTrue();
        return out.toString(UTF_8);
    }

    private static Profile read(String text) throws IOException {
        return ForeignFile.read(Path.of("x.txt"), new ByteArrayInputStream(text.getBytes(UTF_8)), Optional.empty());
    }
}
