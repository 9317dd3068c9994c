package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void overloads_have_their_parameter_types() {
        assertThat(functions("f(I)V", "f(Ljava/lang/String;[J)V", "g(I)V"))
                .containsExactly("a.Foo.f(int)", "a.Foo.f(String, long[])", "a.Foo.g");
    }

    @Test
    void what_parameter_types_do_not_tell_apart_has_its_descriptor() {
        assertThat(functions("f()I", "f()J", "f(I)V")).containsExactly("a.Foo.f()I", "a.Foo.f()J", "a.Foo.f(int)");
        assertThat(functions("f(Ljava/util/Date;)V", "f(Ljava/sql/Date;)V"))
                .containsExactly("a.Foo.f(Ljava/util/Date;)V", "a.Foo.f(Ljava/sql/Date;)V");
    }

    /** As other tools write them, and what is none at all. */
    @Test
    void what_is_no_descriptor_stands_as_it_is() {
        assertThat(functions("f(int)", "f(String)", "g(Q)V", "g([)V", "h(Lx)", "h(V)"))
                .containsExactly(
                        "a.Foo.f(int)",
                        "a.Foo.f(String)",
                        "a.Foo.g((Q)V)",
                        "a.Foo.g(([)V)",
                        "a.Foo.h(Lx)",
                        "a.Foo.h(V)");
    }

    private static List<String> functions(String... signatures) {
        List<Method> methods = Stream.of(signatures).map(NamesTest::method).toList();
        CallTree none = new CallTree(new int[0], new int[0], Map.of());
        Names names = new Names(new Profile(new Meta(Map.of()), methods, List.of(), none));
        return IntStream.range(0, signatures.length).mapToObj(names::function).toList();
    }

    private static Method method(String signature) {
        int bracket = signature.indexOf('(');
        String descriptor = signature.substring(bracket);
        return new Method("a.Foo", signature.substring(0, bracket), descriptor, "", 0, Method.Kind.JAVA, true);
    }
}
