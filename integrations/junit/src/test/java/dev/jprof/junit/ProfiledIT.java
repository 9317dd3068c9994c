package dev.jprof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded of which test, and where its profile goes. */
class ProfiledIT {
    private static final Jdk JDK = InstalledJdks.of(Runtime.version().feature()).orElseThrow();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void each_test_has_a_file_of_its_own(int junit) throws IOException {
        String imports = """
                import dev.jprof.junit.*;
                import java.util.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.params.*;
                import org.junit.jupiter.params.provider.ValueSource;

                """;
        LaunchedTests tests = new LaunchedTests(folder, junit)
                .with(17, "com.x.SameTest", "package com.x;\n" + imports + """
                        @Profiled(folder = "profiles") public class SameTest {
                            @Test void t() {}
                            void t(String isNoTest) {}
                            @Test void overloaded() {}
                            @Test void overloaded(TestInfo info) {}
                            @RepeatedTest(2) void again() {}
                            @Test void größe() {}
                            @TestFactory List<DynamicNode> made() {
                                DynamicTest test = DynamicTest.dynamicTest("test", () -> {});
                                return Arrays.asList(DynamicContainer.dynamicContainer("group", Arrays.asList(test)), test);
                            }
                            @Nested class Inner { @Test void t() {} }
                        }
                        """)
                .with(17, "com.y.SameTest", "package com.y; public class SameTest extends com.x.SameTest {}")
                .with(17, "com.y.EachTest", "package com.y;\n" + imports + """
                        @Profiled(folder = "profiles") @ParameterizedClass @ValueSource(ints = {1, 2}) class EachTest {
                            @Parameter int number;
                            @Test void t() {}
                            @RepeatedTest(1) void again() {}
                        }
                        """);

        String out = tests.run(JDK, "include=com.x.*", "com.x.SameTest", "com.y.SameTest", "com.y.EachTest");

        assertThat(out.lines()).allMatch(line -> line.endsWith(": PASSED"));
        String[] names = {
            "t",
            "overloaded()",
            "overloaded(org.junit.jupiter.api.TestInfo)",
            "again-1",
            "again-2",
            "größe",
            "made",
            "made-1-1",
            "made-2"
        };
        assertThat(files())
                .containsExactlyInAnyOrder(Stream.of(
                                Stream.of("com.x.SameTest.", "com.y.SameTest.")
                                        .flatMap(type -> Stream.of(names).map(name -> type + name)),
                                Stream.of("com.x.SameTest$Inner.t", "com.y.SameTest$Inner.t"),
                                Stream.of("t-1", "t-2", "again-1-1", "again-2-1")
                                        .map(name -> "com.y.EachTest." + name))
                        .flatMap(name -> name)
                        .map(name -> name + ".json")
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void a_limit_of_what_runs_around_tests_is_refused(int junit) {
        LaunchedTests tests = new LaunchedTests(folder, junit).with(8, "com.acme.LifeTest", """
                package com.acme;
                import dev.jprof.junit.MaxCalls;
                import org.junit.jupiter.api.*;
                class LifeTest {
                    @BeforeEach @MaxCalls(method = "com.acme.Dao.find", value = 0) void fill() {}
                    @Test void t() {}
                }
                """);

        assertThatThrownBy(() -> tests.run(JDK, "include=com.acme.*", "com.acme.LifeTest"))
                .hasMessageContaining(
                        "com.acme.LifeTest.fill runs before or after tests, where jprof judges no limits");
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("profiles"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
