package dev.jprof.report.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods are written {@code class.method=hash}. */
class AnonymousClassesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            A$1.run=5 A$2.run=6            | A$1.run=5 A$2.run=6              | -
            A$1.run=5                      | A$1.run=7                        | -
            A$1.run=5                      | A$1.call=7                       | -
            A$1.run=5 A$2.run=6            | A$1.run=6                        | A$1>A$2
            A$1.run=5 A$2.run=6            | A$1.run=9 A$2.run=5 A$3.run=6    | A$1>A$1! A$2>A$1 A$3>A$2
            A$1.run=5 A$2.run=6            | A$1.run=5 A$2.run=9 A$3.run=6    | A$2>A$2! A$3>A$2
            A$1.run=5 A$2.run=6            | A$1.run=6 A$2.run=5              | A$1>A$2 A$2>A$1
            A$1.run=5 A$2.call=6           | A$1.x=0 A$2.run=7 A$3.call=8     | A$1>A$1! A$2>A$1 A$3>A$2
            A$1.run=0 A$2.run=0            | A$1.run=0 A$2.run=0 A$3.run=0    | -
            A$9.run=5 A$10.run=6           | A$10.run=5 A$11.run=6            | A$10>A$9 A$11>A$10
            A$1.run=5 A$1$1.run=6          | A$2.run=5 A$2$1.run=6            | A$2>A$1 A$2$1>A$1$1
            A$1Local.run=5                 | A$2Local.run=5                   | A$2Local>A$1Local
            A$1.run=5                      | B$1.run=6 B$2.run=5              | -
            A$f$1.run=5 A$f$2.run=6        | A$f$2.run=5 A$f$3.run=6          | A$f$2>A$f$1 A$f$3>A$f$2
            A$_f_closure1.call=5           | A$_f_closure2.call=5             | A$_f_closure2>A$_f_closure1
            A$$anon$1.f=5                  | A$$anon$2.f=5                    | A$$anon$2>A$$anon$1
            A$1.<init>=5 A$1.run=6         | A$1.<init>=5 A$2.<init>=5 A$2.run=6 | A$1>A$1! A$2>A$1
            A.run=5                        | A.run=6                          | -
            """)
    void classes_are_told_by_their_code_their_order_and_then_by_their_number(
            String known, String others, String expected) {
        Map<String, String> names = classes(known.split(" ")).namesOf(classes(others.split(" ")));

        assertThat(names.entrySet().stream()
                        .map(entry -> entry.getKey() + ">" + entry.getValue().replace(AnonymousClasses.GONE, "!")))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    /** A generated class may have very many; then numbers are all there is. */
    @Test
    void too_many_to_compare_go_by_their_numbers() {
        String[] known = IntStream.range(0, 1100)
                .mapToObj(i -> "A$" + i + ".run=" + (i + 7))
                .toArray(String[]::new);
        String[] others = IntStream.range(0, 1100)
                .mapToObj(i -> "A$" + (i + 1) + ".run=" + (i + 7))
                .toArray(String[]::new);

        assertThat(classes(known).namesOf(classes(others))).isEmpty();
        assertThat(classes(Arrays.copyOf(known, 900)).namesOf(classes(Arrays.copyOf(others, 900))))
                .hasSize(900);
    }

    @Test
    void a_profile_is_given_the_names_of_another() {
        Profile other = profile("A$1.run=9", "A$2.run=5");
        Profile named = other.withClasses(classes("A$1.run=5").namesOf(classes("A$1.run=9", "A$2.run=5")));

        assertThat(named.methods()).extracting(Method::className).containsExactly("A$1 (gone)", "A$1");
    }

    private static AnonymousClasses classes(String... methods) {
        return AnonymousClasses.of(profile(methods).methods());
    }

    private static Profile profile(String... texts) {
        List<Method> methods = new ArrayList<>();
        for (String text : texts) {
            int dot = text.indexOf('.');
            int equals = text.indexOf('=');
            String name = text.substring(dot + 1, equals);
            methods.add(new Method(
                    text.substring(0, dot),
                    name,
                    "()V",
                    "",
                    0,
                    Method.Kind.JAVA,
                    true,
                    Long.parseLong(text.substring(equals + 1))));
        }
        return new Profile(new Meta(Map.of()), methods, List.of(), new CallTree(new int[0], new int[0], Map.of()));
    }
}
