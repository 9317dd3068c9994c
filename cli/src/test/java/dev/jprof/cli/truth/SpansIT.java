package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spans cut the call tree where the program opens and closes them, whatever leaves them and in whatever order. */
class SpansIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    static Collection<Jdk> jdksWithVirtualThreads() {
        return InstalledJdks.from(21);
    }

    private static final String SOURCE = """
            package app;

            import dev.jprof.api.*;

            public class Main {
                static volatile int sink;

                static void work() { for (int i = 0; i < 3; i++) sink += String.valueOf(i).length(); }
                static void fails() { throw new IllegalStateException("on purpose"); }

                public static void main(String[] args) throws Exception {
                    for (int i = 0; i < 1000; i++) request(i % 2 == 0 ? "GET" : "PUT");
                    for (int i = 0; i < 50; i++) caughtInside();
                    for (int i = 0; i < 50; i++) caughtOutside();
                    for (int i = 0; i < 50; i++) leftByException();
                    for (int i = 0; i < 50; i++) wrongOrder();
                    for (int i = 0; i < 50; i++) forgotten();
                    for (int i = 0; i < 50; i++) otherThread();
                    for (int i = 0; i < 20000; i++) tagged(i);
                }

                static void request(String kind) {
                    try (Span span = Jprof.span("request", kind)) {
                        work();
                        try (Span inner = Jprof.span("inner", null)) { work(); }
                        work();
                    }
                    work();
                }

                static void caughtInside() {
                    try (Span outer = Jprof.span("outer"); Span span = Jprof.span("inside")) {
                        try { fails(); } catch (IllegalStateException expected) { work(); }
                        work();
                    }
                    work();
                }

                static void caughtOutside() {
                    try {
                        try (Span outer = Jprof.span("outer"); Span span = Jprof.span("inside")) { fails(); }
                    } catch (IllegalStateException expected) {
                        work();
                    }
                    work();
                }

                static void throwing() { Jprof.span("leaves"); fails(); }
                static void leftByException() {
                    try { throwing(); } catch (IllegalStateException expected) { work(); }
                }

                static void wrongOrder() {
                    Span outer = Jprof.span("outer");
                    Span inner = Jprof.span("inner");
                    outer.close();
                    work();
                    inner.close();
                    inner.close();
                    work();
                }

                static void open() { Jprof.span("forgotten"); work(); }
                static void forgotten() { open(); work(); }

                static void otherThread() throws Exception {
                    Span span = Jprof.span("mine");
                    Thread thread = new Thread(span::close);
                    thread.start();
                    thread.join();
                    work();
                    span.close();
                    work();
                }

                static void tagged(int i) {
                    try (Span span = Jprof.span("tag", "number " + i)) { sink++; }
                }
            }
            """;

    @ParameterizedTest
    @MethodSource("jdks")
    void a_span_is_a_node_of_its_own(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Main", SOURCE, Built.jar("api"));

        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder).withAgent("include=app.*"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        Map<String, Long> calls = callsByPath(ended.profile());
        assertThat(calls)
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("main request", 1000L),
                        Map.entry("main request work", 1000L),
                        Map.entry("main request <request: GET>", 500L),
                        Map.entry("main request <request: PUT>", 500L),
                        Map.entry("main request <request: GET> work", 1000L),
                        Map.entry("main request <request: GET> <inner>", 500L),
                        Map.entry("main request <request: GET> <inner> work", 500L),
                        Map.entry("main caughtInside <outer> <inside> fails", 50L),
                        Map.entry("main caughtInside <outer> <inside> work", 100L),
                        Map.entry("main caughtInside work", 50L),
                        Map.entry("main caughtOutside <outer> <inside> fails", 50L),
                        Map.entry("main caughtOutside work", 100L),
                        Map.entry("main leftByException throwing <leaves> fails", 50L),
                        Map.entry("main leftByException work", 50L),
                        Map.entry("main wrongOrder <outer> <inner>", 50L),
                        Map.entry("main wrongOrder work", 100L),
                        Map.entry("main forgotten open <forgotten> work", 50L),
                        Map.entry("main forgotten work", 50L),
                        Map.entry("main otherThread <mine> work", 50L),
                        Map.entry("main otherThread work", 50L),
                        Map.entry("main tagged", 20000L)));
        assertThat(calls).doesNotContainKeys("main wrongOrder <outer> work", "main caughtInside <outer> work");
        assertThat(ended.profile().methods())
                .filteredOn(method -> method.kind() == Method.Kind.SPAN)
                .hasSizeBetween(16_000, 16_384)
                .anyMatch(method -> method.name().equals("[other spans]"));
        long ofTags = calls.entrySet().stream()
                .filter(path -> path.getKey().startsWith("main tagged <"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(ofTags).isEqualTo(20000);
    }

    @ParameterizedTest
    @MethodSource("jdksWithVirtualThreads")
    void virtual_threads_have_sessions_and_spans_of_their_own(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Virtual", """
                package app;

                import dev.jprof.api.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;

                public class Virtual {
                    static void step(int n) { for (int i = 0; i < n; i++) Thread.yield(); inner(); }
                    static void inner() { Task.right.get(); }
                    static void run(int n) { for (int i = 0; i < n; i++) step(i); }

                    static class Task implements Runnable {
                        static final AtomicInteger right = new AtomicInteger();
                        final int n;
                        Task(int n) { this.n = n; }
                        public void run() {
                            Session session = Jprof.profile("task");
                            Virtual.run(n);
                            try (Span span = Jprof.span("task", "n" + n)) { Virtual.run(n); }
                            Profile profile = session.stop();
                            if (profile.calls("app.Virtual.step") == 2 * n && profile.calls("<task: n" + n + ">") == 1
                                    && profile.threads().size() == 1) right.incrementAndGet();
                        }
                    }

                    public static void main(String[] args) throws Exception {
                        ExecutorService pool = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
                        for (int t = 0; t < 2000; t++) pool.submit(new Task(t % 7));
                        pool.shutdown();
                        pool.awaitTermination(1, TimeUnit.MINUTES);
                        System.out.println(Task.right.get());
                    }
                }
                """, Built.jar("api"));

        // The task itself has no probes: its thread is outside of all methods, and holds no recorder, when the session
        // begins.
        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder).withAgent("include=app.*,exclude=app.Virtual$Task"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("2000\n");
    }

    private static Map<String, Long> callsByPath(Profile profile) {
        CallTree tree = profile.tree();
        Map<String, Long> calls = new TreeMap<>();
        String[] paths = new String[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            int parent = tree.parent(node);
            if (parent < 0) {
                paths[node] = "";
            } else {
                Method method = profile.methods().get(tree.method(node));
                String name = method.kind() == Method.Kind.SPAN ? "<" + method.name() + ">" : method.name();
                paths[node] = (paths[parent] + " " + name).strip();
                calls.merge(paths[node], tree.calls(node), Long::sum);
            }
        }
        return calls;
    }
}
