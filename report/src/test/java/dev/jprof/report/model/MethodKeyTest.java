package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodKeyTest {
    @ParameterizedTest
    @CsvSource({
        "a.Foo$$Lambda$14/0x00007f01a4000800, a.Foo$$Lambda$7/0x0000000800c03000",
        "a.Foo$$Lambda$14/1234567, a.Foo$$Lambda/0x0000000800c03000",
        "a.Foo$$Lambda+0x00007f01, a.Foo$$Lambda$1",
        "a.Hidden/0x0000000800c03000, a.Hidden/0x0000000800c04000",
        "a.Hidden.0x0000000800c03000, a.Hidden+0x0000000800c04000.99",
        "R$$Lambda$88+0x00007fd070007a08.2084663827, R$$Lambda$88+0x00007f3bcc007a08.2084663827",
        "R$$Lambda$52.146370526, R$$Lambda.0x00007ff280006a08",
        "R$$Lambda$52, R$$Lambda",
        "java.lang.invoke.LambdaForm$MH.0x00007ff280006a08, java.lang.invoke.LambdaForm$MH",
        "java.lang.invoke.LambdaForm$MH.123, java.lang.invoke.LambdaForm$MH/456",
        "jdk.jfr.internal.handlers.EventHandler1386_1795911200076-30838,"
                + "jdk.jfr.internal.handlers.EventHandler1386_1795911261945-31988",
        "com.sun.proxy.$Proxy12, jdk.proxy2.$Proxy3",
        "a.$Proxy1, a.$Proxy22",
        "$Proxy1, $Proxy22",
        "a.Foo$$EnhancerBySpringCGLIB$$1f3ab9, a.Foo$$EnhancerBySpringCGLIB$$77e0",
        "a.Foo$$SpringCGLIB$$0, a.Foo$$SpringCGLIB$$1",
        "a.Foo$$EnhancerByCGLIB$$1f$$FastClassByCGLIB$$2e, a.Foo$$EnhancerByCGLIB$$3d$$FastClassByCGLIB$$4c",
        "a.Foo$ByteBuddy$aB3x, a.Foo$ByteBuddy$Zz9",
        "a.Foo$MockitoMock$123, a.Foo$MockitoMock$9",
        "a.Foo$HibernateProxy$q1Wz, a.Foo$HibernateProxy$A",
        "a.Foo$HibernateBasicProxy$q1Wz, a.Foo$HibernateBasicProxy$A",
        "a.Foo$HibernateAccessOptimizer$h2ArwMWM, a.Foo$HibernateAccessOptimizer$5a4a6PkI",
        "a.Foo$HibernateInstantiator$2GBDhiGK, a.Foo$HibernateInstantiator$X6opiJBI",
        "a.Foo_$$_jvst5a3_0, a.Foo_$$_jvstf00_12",
        "a.core$fn__12, a.core$fn__1234",
        "a.core$map$fn__5935$fn__5936, a.core$map$fn__5957$fn__5958",
        "a.core$eval136, a.core$eval2",
        "a.core$eval154$fn__155$G__145__160, a.core$eval9$fn__10$G__3__14",
        "a.core$eval136$loading__6812__auto____137, a.core$eval1$loading__6737__auto____2",
        "a.core$reify__258, a.core$reify__7",
        "jdk.internal.reflect.GeneratedMethodAccessor12, jdk.internal.reflect.GeneratedMethodAccessor3",
        "jdk.internal.reflect.GeneratedSerializationConstructorAccessor1,"
                + "jdk.internal.reflect.GeneratedSerializationConstructorAccessor2"
    })
    void generated_classes_have_no_numbers(String one, String other) {
        assertThat(keyOfClass(one)).isEqualTo(keyOfClass(other));
    }

    @ParameterizedTest
    @CsvSource({
        "a.Foo$HibernateProxy$q1Wz, true",
        "a.Foo$HibernateAccessOptimizer$h2ArwMWM, true",
        "a.Foo$MockitoMock$123, true",
        "a.Foo$$SpringCGLIB$$FastClass$$1, true",
        "a.Foo$$EnhancerBySpringCGLIB$$1f3ab9, true",
        "a.Foo_$$_jvst5a3_0, true",
        "a.Foo$HibernateHelper$Inner, false",
        "a.Foo$Bar, false",
        "a.core$fn__12, false"
    })
    void code_of_classes_that_libraries_make_is_not_compared(String className, boolean random) {
        assertThat(keyOfClass(className).hasRandomParts()).isEqualTo(random);
    }

    @ParameterizedTest
    @CsvSource({
        "lambda$main$0, lambda$main$12",
        "lambda$main$3fa2b7c1$1, lambda$main$0",
        "run$lambda$0, run$lambda$3",
        "run$lambda-0, run$lambda$3",
        "run$lambda$1$lambda$0, run$lambda$2$lambda$7",
        "$anonfun$run$1, $anonfun$run$2",
        "run$$anonfun$1, run$$anonfun$12",
        "run$$anonfun$1$$anonfun$2, run$$anonfun$3$$anonfun$1",
        "$anonfun$1, $anonfun$23",
        "$anonfun$1$$anonfun$2, $anonfun$2$$anonfun$1",
        "run$$anonfun$adapted$1, run$$anonfun$adapted$2",
        "access$000, access$1200"
    })
    void generated_methods_have_no_numbers(String one, String other) {
        assertThat(keyOfName(one)).isEqualTo(keyOfName(other));
    }

    @ParameterizedTest
    @CsvSource({
        "lambda$main$0, lambda$run$0",
        "lambda$a$b$0, lambda$a$c$0",
        "main, main1",
        "get$1, get$2",
        "$anonfun$run$1$adapted, $anonfun$run$1",
        "run$$anonfun$adapted$1, run$$anonfun$1",
        "run$$anonfun$1, walk$$anonfun$1",
        "run$$anonfun$1, run$$anonfun$1$$anonfun$1",
        "lambda$0, lambda$"
    })
    void what_people_wrote_stays_apart(String one, String other) {
        assertThat(keyOfName(one)).isNotEqualTo(keyOfName(other));
    }

    @ParameterizedTest
    @CsvSource({
        "a.Foo$1, a.Foo$2",
        "a.Foo1, a.Foo2",
        "a.Lambda$1, a.Lambda$2",
        "a.Proxy1, a.Proxy2",
        "a.X$Y, a.X",
        "a.b$c.1, a.b$c.2",
        "a.core$f__a, a.core$f__b",
        "a.core__1, a.core__2",
        "a.core$evaluate1, a.core$evaluate2",
        "a.core$reify__258, a.core$fn__258"
    })
    void classes_that_people_wrote_stay_apart(String one, String other) {
        assertThat(keyOfClass(one)).isNotEqualTo(keyOfClass(other));
    }

    @Test
    void lines_and_files_do_not_matter_descriptors_do() {
        Method old = method("a.Foo", "bar", "(I)V");
        Method moved = new Method("a.Foo", "bar", "(I)V", "Other.java", 99, Method.Kind.JAVA, false);

        assertThat(MethodKey.of(moved)).isEqualTo(MethodKey.of(old));
        assertThat(MethodKey.of(method("a.Foo", "bar", "(J)V"))).isNotEqualTo(MethodKey.of(old));
    }

    @Test
    void generated_types_in_a_descriptor_have_no_numbers() {
        Method one = method("a.Foo", "bar", "(ILa/Foo$$SpringCGLIB$$0;[Ljava/util/List;)La/$Proxy7;");
        Method other = method("a.Foo", "bar", "(ILa/Foo$$SpringCGLIB$$1;[Ljava/util/List;)La/$Proxy8;");

        assertThat(MethodKey.of(one)).isEqualTo(MethodKey.of(other));
        assertThat(MethodKey.of(one).descriptor()).isEqualTo("(ILa/Foo$$SpringCGLIB;[Ljava/util/List;)La/$Proxy;");
    }

    @Test
    void a_name_that_is_broken_is_taken_as_it_is() {
        assertThat(MethodKey.of(method("$$$/", "$$lambda$", "(L$")))
                .isEqualTo(new MethodKey(Method.Kind.JAVA, "$$$/", "$$lambda$", "(L$"));
    }

    private static MethodKey keyOfClass(String name) {
        return MethodKey.of(method(name, "run", "()V"));
    }

    private static MethodKey keyOfName(String name) {
        return MethodKey.of(method("a.Foo", name, "()V"));
    }

    private static Method method(String className, String name, String descriptor) {
        return new Method(className, name, descriptor, "Foo.java", 3, Method.Kind.JAVA, true);
    }
}
