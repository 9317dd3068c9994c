package dev.jprof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits pass and fail as they should, under JUnit 5 and 6. */
class LimitsIT {
    @TempDir
    private Path folder;

    private static final String DAO = """
            package com.acme;

            public class Dao extends Source {
                public String query(int id) { return query("select " + id); }
                public String query(String sql) { return sql.trim(); }
                public void close() {}
                public Runnable task() { return () -> query("lambda"); }
                public interface Table { String query(int id); }
            }

            class Source {
                public String inherited() { return toString().trim(); }
            }
            """;

    private static final String TESTS = """
            package com.acme;

            import dev.jprof.api.Scope;
            import dev.jprof.junit.*;
            import java.util.*;
            import java.util.concurrent.TimeUnit;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            import org.junit.jupiter.params.ParameterizedTest;
            import org.junit.jupiter.params.provider.ValueSource;

            class OrdersTest {
                final Dao dao = new Dao();

                void list(int orders) { for (int i = 0; i < orders; i++) one(i); }
                String one(int i) { return dao.query(i); }

                @BeforeEach void fill() { list(100); }

                @Test @MaxCalls(method = "com.acme.Dao.query", value = 6) void within() { list(3); }
                @Test @MaxCalls(method = "com.acme.Dao.query", value = 5) void above() { list(3); }
                @Test @MaxCalls(method = "com.acme.Dao.query(int)", value = 3) @MaxCalls(method = "com.acme.Dao.query(String)", value = 2)
                void overloads() { list(3); }
                @Test @MaxCalls(method = "com.acme.Dao.close", value = 0) void never() { list(1); }
                @Test @MaxCalls(method = "com.acme.*", value = 3) void each() { list(2); }
                @Test @MaxCalls(method = "sum(com.acme.Dao.*)", value = 3) void sum() { list(2); }
                @Test @MaxCalls(method = "com.acme.Dao.qurey", value = 3) void typo() { list(1); }
                @Test @MaxCalls(method = "com.acme.Dao.query(Integer)", value = 3) void noOverload() { list(1); }
                @Test @MaxCalls(method = "com.acme.Dao.query", value = -1) void negative() { list(1); }
                @Test @Profiled(folder = "/dev/null/profiles") @MaxCalls(method = "com.acme.Dao.query", value = 9) void noFolder() { list(1); }
                @Test @MaxCalls(method = "com.acme.Doa.query", value = 3) void noClass() { list(1); }
                @Test @MaxCalls(method = "com.acme.Dao$Table.query", value = 3) void isAbstract() { list(1); }
                @Test @MaxCalls(method = "java.lang.String.trim", value = 3) void ofTheJdk() { list(1); }
                @Test @MaxCalls(method = "com.nothing.*", value = 3) void noMatch() { list(1); }
                @Test @MaxTime(method = "com.acme.OrdersTest.slow", value = 20) void time() throws Exception { slow(); }
                @Test @MaxTime(60_000) void whole() { list(1); }
                @Test @MaxTime(1) void wholeTooLong() throws Exception { slow(); }
                @Test @MaxCalls(method = "", value = 2_000_000_000) void unnamed() {}
                @Test @MaxTime(method = "com.acme.Dao.close", value = 1, unit = TimeUnit.HOURS) void leaf() { dao.close(); }
                @Test @MaxTime(method = "com.acme.*", value = 1, unit = TimeUnit.HOURS) void leafAmongOthers() { list(1); dao.close(); }
                @Test @MaxTime(method = "com.acme.Dao.c*", value = 1, unit = TimeUnit.HOURS) void leavesOnly() { dao.close(); }
                @Test @MaxCalls(method = "com.acme.Dao.lambda$task", value = 1) void lambda() { dao.task().run(); dao.task().run(); }
                @Test @MaxCalls(method = "com.acme.Dao.inherited", value = 1) void inherits() { dao.inherited(); }
                @Test @MaxCalls(method = "com.acme.OrdersTest.one", value = 1) void failsToo() { list(2); throw new IllegalStateException("the first reason"); }
                @Test @ExtendWith(Swallowing.class) @MaxCalls(method = "com.acme.OrdersTest.one", value = 1)
                void swallowed() { list(2); throw new IllegalStateException("nobody hears it"); }
                static class Swallowing implements TestExecutionExceptionHandler {
                    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {}
                }
                @Test @MaxCalls(method = "com.acme.OrdersTest.one", value = 1) void aborted() { list(2); Assumptions.assumeTrue(false, "no matter"); }
                void slow() throws Exception { Thread.sleep(50); }
                @Test @MaxCalls(method = "com.acme.Dao.query", value = 0) void failsItself() { throw new IllegalStateException("its own reason"); }
                @ParameterizedTest(name = "orders {0}") @ValueSource(ints = {1, 2}) @MaxCalls(method = "com.acme.OrdersTest.one", value = 1)
                void many(int orders) { list(orders); }
                @TestFactory @MaxCalls(method = "com.acme.OrdersTest.one", value = 1)
                List<DynamicTest> made() {
                    return Arrays.asList(DynamicTest.dynamicTest("dynamic 1", () -> list(1)), DynamicTest.dynamicTest("dynamic 2", () -> list(2)));
                }
                @TestFactory @MaxCalls(method = "com.acme.OrdersTest.one", value = 1)
                List<DynamicTest> body() { list(2); return Arrays.asList(DynamicTest.dynamicTest("dynamic 3", () -> list(1))); }
                @Test @Profiled @MaxCalls(method = "com.acme.OrdersTest.one", value = 1) void ownThread() throws Exception { elsewhere(); }
                @Test @Profiled(scope = Scope.JVM, folder = "profiles") @MaxCalls(method = "com.acme.OrdersTest.one", value = 1) void allThreads() throws Exception { elsewhere(); }
                void elsewhere() throws Exception { Thread t = new Thread(() -> list(2)); t.start(); t.join(); }

                @Nested @MaxCalls(method = "com.acme.OrdersTest.one", value = 1) class Inner {
                    @Test void inner() { list(2); }
                }
            }
            """;

    static List<Arguments> junitAndJdk() {
        List<Arguments> pairs = new ArrayList<>();
        for (Jdk jdk : InstalledJdks.all()) {
            pairs.add(Arguments.of(5, jdk));
            if (jdk.major() >= 17) {
                pairs.add(Arguments.of(6, jdk));
            }
        }
        return pairs;
    }

    private LaunchedTests orders(int junit) {
        return new LaunchedTests(folder, junit).with(8, "com.acme.Dao", DAO).with(8, "com.acme.OrdersTest", TESTS);
    }

    @ParameterizedTest(name = "JUnit {0}, {1}")
    @MethodSource("junitAndJdk")
    void limits_hold_or_fail_with_what_broke_them(int junit, Jdk jdk) {
        String out = orders(junit).run(jdk, "include=com.acme.*", "com.acme.OrdersTest");

        assertThat(out.lines().filter(line -> line.endsWith(": PASSED")).map(line -> line.replace(": PASSED", "")))
                .containsExactlyInAnyOrder(
                        "within()",
                        "never()",
                        "whole()",
                        "leafAmongOthers()",
                        "orders 1",
                        "dynamic 1",
                        "dynamic 3",
                        "ownThread()");
        assertThat(out)
                .contains("above(): com.acme.Dao.query was called 6 times, at most 5 are allowed\n")
                .containsPattern(
                        " 3 .*com\\.acme\\.OrdersTest\\.one\n.* 3 .* com\\.acme\\.Dao\\.query  <--\n.* 3 .*query  <--\n")
                .contains("overloads(): com.acme.Dao.query(String) was called 3 times, at most 2 are allowed")
                .doesNotContain("com.acme.Dao.query(int) was called")
                .contains(
                        "each(): com.acme.Dao.query was called 4 times, at most 3 are allowed",
                        "sum(): com.acme.Dao.* was called 4 times, at most 3 are allowed")
                .contains("typo(): there is no method qurey in com.acme.Dao; it has ")
                .contains(
                        "noOverload(): no method fits com.acme.Dao.query(Integer): there is query(String), query(int)")
                .contains("negative(): a limit of -1 can't hold: it is 0 or more")
                .contains("its profile can't be written to /dev/null/profiles: ")
                .contains("noClass(): there is no class com.acme.Doa to count calls of query in")
                .contains("isAbstract(): com.acme.Dao$Table.query is abstract")
                .contains("ofTheJdk(): java.lang.String.trim has no probes")
                .contains("noMatch(): com.nothing.* has no probes")
                .containsPattern(
                        "time\\(\\): com\\.acme\\.OrdersTest\\.slow took [0-9.]+ ms, at most 20\\.000 ms are allowed")
                .containsPattern("wholeTooLong\\(\\): the test took [0-9.]+ ms, at most 1\\.000 ms are allowed")
                .contains("failsItself(): its own reason")
                .contains("failsToo(): the first reason")
                .contains("swallowed(): com.acme.OrdersTest.one was called twice, at most 1 is allowed")
                .contains("aborted(): Assumption failed: no matter")
                .contains("unnamed(): a limit names no method")
                .contains(
                        "leaf(): com.acme.Dao.close is too small to be timed",
                        "leavesOnly(): com.acme.Dao.close is too")
                .contains("lambda(): com.acme.Dao.lambda$task was called twice")
                .contains(
                        "inherits(): com.acme.Dao inherits inherited from com.acme.Source: write com.acme.Source.inherited")
                .contains("body(): com.acme.OrdersTest.one was called twice, at most 1 is allowed")
                .contains("orders 2: com.acme.OrdersTest.one was called twice, at most 1 is allowed")
                .contains("dynamic 2: com.acme.OrdersTest.one was called twice")
                .contains("allThreads(): com.acme.OrdersTest.one was called twice")
                .contains("inner(): com.acme.OrdersTest.one was called twice");
        assertThat(folder.resolve("profiles/com.acme.OrdersTest.allThreads.json"))
                .exists();
    }

    @ParameterizedTest(name = "JUnit {0}, {1}")
    @MethodSource("junitAndJdk")
    void without_an_agent_no_test_passes(int junit, Jdk jdk) {
        String out = orders(junit).run(jdk, "", "com.acme.OrdersTest");

        assertThat(out)
                .doesNotContain("PASSED")
                .contains("within(): OrdersTest.within can't be judged: there is no jprof agent");
    }

    @Test
    void tests_side_by_side_are_counted_apart_or_refused() {
        int junit = 5;
        LaunchedTests tests = new LaunchedTests(folder, junit).with(8, "com.acme.Dao", DAO);
        StringBuilder source = new StringBuilder("""
                package com.acme;

                import dev.jprof.api.Scope;
                import dev.jprof.junit.*;
                import java.util.concurrent.*;
                import org.junit.jupiter.api.*;

                class ParallelTest {
                    static final CyclicBarrier TOGETHER = new CyclicBarrier(2);
                    void work(int n) { for (int i = 0; i < n; i++) new Dao().query("x"); }
                    @Test @Profiled(scope = Scope.JVM) void all1() throws Exception { TOGETHER.await(30, TimeUnit.SECONDS); work(5); }
                    @Test @Profiled(scope = Scope.JVM) void all2() throws Exception { TOGETHER.await(30, TimeUnit.SECONDS); work(5); }
                """);
        for (int i = 1; i <= 40; i++) {
            source.append("    @Test @MaxCalls(method = \"com.acme.Dao.query\", value = " + i * 10 + ") void exact" + i
                    + "() { work(" + i * 10 + "); }\n");
            source.append("    @Test @MaxCalls(method = \"com.acme.Dao.query\", value = " + (i * 10 - 1)
                    + ") void above" + i + "() { work(" + i * 10 + "); }\n");
        }
        tests.with(8, "com.acme.ParallelTest", source + "}\n");

        String out = tests.run(
                InstalledJdks.of(Runtime.version().feature()).orElseThrow(),
                "include=com.acme.*",
                "com.acme.ParallelTest",
                "junit.jupiter.execution.parallel.enabled=true",
                "junit.jupiter.execution.parallel.mode.default=concurrent",
                "junit.jupiter.execution.parallel.config.strategy=fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism=4");

        for (int i = 1; i <= 40; i++) {
            assertThat(out).contains("exact" + i + "(): PASSED");
            assertThat(out).contains("above" + i + "(): com.acme.Dao.query was called " + i * 10 + " times");
        }
        assertThat(out)
                .containsPattern(
                        "all1\\(\\): ParallelTest\\.all1 can't be judged: it records all threads, and .* ran at the same time");
        assertThat(out)
                .containsPattern(
                        "all2\\(\\): ParallelTest\\.all2 can't be judged: it records all threads, and .* ran at the same time");
    }
}
