package dev.jprof.agent.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenNamesTest {
    @ParameterizedTest
    @CsvSource({
        // JDK 8, 11, 17 and 21 by recordings' names, then by those of stack traces
        "R$$Lambda$52.146370526, R$$Lambda$52",
        "R$$Lambda$88+0x00007fd070007a08.2084663827, R$$Lambda$88",
        "R$$Lambda.0x00007ff280006a08, R$$Lambda",
        "R$$Lambda$52/146370526, R$$Lambda$52",
        "R$$Lambda$88/0x00007fd070007a08, R$$Lambda$88",
        "java.lang.invoke.LambdaForm$MH.0x00007ff280006a08, java.lang.invoke.LambdaForm$MH",
        "java.lang.invoke.LambdaForm$DMH.1234, java.lang.invoke.LambdaForm$DMH",
        "java.lang.invoke.LambdaForm$DMH/1234, java.lang.invoke.LambdaForm$DMH",
        // what has code of somebody's own is told apart
        "a.Script.0x00007ff280006a08, a.Script/0x00007ff280006a08",
        "a.Script+0x00007ff280006a08.1234, a.Script/0x00007ff280006a08",
        "a.Script/0x00007ff280006a08, a.Script/0x00007ff280006a08",
        "jdk.internal.reflect.GeneratedMethodAccessor12, jdk.internal.reflect.GeneratedMethodAccessor12",
        "jdk.proxy2.$Proxy7, jdk.proxy2.$Proxy7",
        "a.Lambda$1, a.Lambda$1",
        "a.b0x1, a.b0x1",
        "java.lang.invoke.LambdaForm$Name, java.lang.invoke.LambdaForm$Name"
    })
    void addresses_go_unless_they_tell_classes_apart(String name, String stable) {
        assertThat(HiddenNames.stable(name)).isEqualTo(stable);
    }
}
