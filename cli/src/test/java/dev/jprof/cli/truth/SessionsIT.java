package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that a program takes of itself count what it called in them, and nothing else. */
class SessionsIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    /** Prints one line for each thing that is true; the numbers are those of the source. */
    private static final String SOURCE = """
            package app;

            import dev.jprof.api.*;
            import java.util.concurrent.*;

            public class Main {
                static volatile int sink;

                static void leaf() { sink++; }
                static void step(int n) { for (int i = 0; i < n; i++) leaf(); }
                static int fib(int n) { return n < 2 ? 1 : fib(n - 1) + fib(n - 2); }
                static void fails() { throw new IllegalStateException("on purpose"); }
                static void say(String what, Object value) { System.out.println(what + " " + value); }

                public static void main(String[] args) throws Exception {
                    step(7);
                    oneBlock();
                    nested();
                    openCalls();
                    errors();
                    named();
                    called();
                    threads();
                    concurrent();
                    byPattern();
                    written();
                    say("active", Jprof.isActive());
                }

                static void oneBlock() {
                    Session session = Jprof.profile("block");
                    try (Session open = session) {
                        step(100);
                    }
                    step(1000);
                    Profile profile = session.stop();
                    say("block", profile.calls("app.Main.leaf") + " " + profile.calls("app.Main.step")
                            + " " + profile.calls("app.Main.oneBlock") + " " + profile.calls());
                    CallNode self = find(profile.threads().get(0), "app.Main.oneBlock");
                    say("caller", self.calls() + " " + (self.totalNanos() > 0) + " " + self.children().size());
                }

                static CallNode find(CallNode node, String name) {
                    if (node.name().equals(name)) return node;
                    for (CallNode child : node.children()) {
                        CallNode found = find(child, name);
                        if (found != null) return found;
                    }
                    return null;
                }

                static void nested() {
                    Session outer = Jprof.profile("outer");
                    step(1);
                    Session inner = Jprof.profile("inner");
                    step(10);
                    Profile before = outer.snapshot();
                    step(100);
                    Profile in = inner.stop();
                    step(1000);
                    Profile out = outer.stop();
                    say("nested", before.calls("app.Main.leaf") + " " + in.calls("app.Main.leaf")
                            + " " + out.calls("app.Main.leaf") + " " + outer.snapshot().calls("app.Main.leaf"));
                    Session first = Jprof.profile("first");
                    step(1);
                    Session second = Jprof.profile("second");
                    step(10);
                    first.close();
                    step(100);
                    say("overlapping", first.stop().calls("app.Main.leaf") + " " + second.stop().calls("app.Main.leaf"));
                }

                static Session opened;
                static void begins(int depth) {
                    if (depth > 0) begins(depth - 1); else opened = Jprof.profile("open");
                    if (depth == 2) after();
                }
                static void after() { leaf(); }
                static void openCalls() {
                    Session session = Jprof.profile("fib");
                    fib(10);
                    MethodStats fib = null;
                    for (MethodStats stats : session.stop().methods()) if (stats.method().name().equals("fib")) fib = stats;
                    say("fib", fib.calls() + "/" + fib.primitiveCalls());
                    begins(3);
                    Profile began = opened.stop();
                    say("began", began.calls("app.Main.begins") + " " + began.calls("app.Main.after") + " " + inside());
                }
                static long inside() {
                    Session session = Jprof.profile("inside");
                    step(3);
                    return ends(session);
                }
                static long ends(Session session) { return session.stop().threads().size() + find(session.stop().threads().get(0), "app.Main.ends").open(); }

                static void errors() {
                    Session session = Jprof.profile("errors");
                    for (int i = 0; i < 5; i++) try { fails(); } catch (IllegalStateException expected) { leaf(); }
                    Profile profile = session.stop();
                    long errors = 0;
                    for (MethodStats stats : profile.methods()) errors += stats.errors();
                    say("errors", profile.calls("app.Main.fails") + " " + errors + " " + profile.calls("app.Main.leaf"));
                }

                static void named() {
                    Jprof.start("a");
                    step(2);
                    Jprof.start("a");
                    step(20);
                    long sofar = Jprof.snapshot("a").calls("app.Main.leaf");
                    step(200);
                    say("named", sofar + " " + Jprof.stop("a").calls("app.Main.leaf") + " " + Jprof.stop("a").calls("app.Main.leaf"));
                    try { Jprof.stop("a"); } catch (IllegalStateException e) { say("said", e.getMessage()); }
                }

                static void called() {
                    Called<Integer> called = Jprof.call(() -> fib(5));
                    say("called", called.value() + " " + called.profile().calls("app.Main.fib"));
                    try (Session s = Jprof.profile("action").onClose(p -> say("action", p.calls("app.Main.leaf")))) {
                        step(4);
                    }
                }

                static void inThread(int n) throws Exception {
                    Thread thread = new Thread(() -> step(n));
                    thread.start();
                    thread.join();
                }

                static void threads() throws Exception {
                    Session own = Jprof.profile("own");
                    Session all = Jprof.profile("all", Scope.JVM);
                    step(3);
                    inThread(30);
                    inThread(300);
                    say("threads", own.stop().calls("app.Main.leaf") + " " + all.stop().calls("app.Main.leaf")
                            + " " + own.stop().threads().size() + " " + all.stop().threads().size());
                    for (int i = 0; i < 600; i++) inThread(1);
                    Session many = Jprof.profile("many", Scope.JVM);
                    for (int i = 0; i < 600; i++) inThread(2);
                    say("many", many.stop().calls("app.Main.leaf"));
                    Session[] left = new Session[1];
                    Thread ends = new Thread(() -> { step(5); left[0] = Jprof.profile("left"); step(50); });
                    ends.start();
                    ends.join();
                    for (int i = 0; i < 600; i++) inThread(2);
                    say("left", left[0].stop().calls("app.Main.leaf"));
                }

                static void concurrent() throws Exception {
                    ExecutorService pool = Executors.newFixedThreadPool(8);
                    ConcurrentMap<Long, Integer> counts = new ConcurrentHashMap<>();
                    for (int t = 0; t < 200; t++) {
                        int n = t;
                        pool.submit(() -> {
                            Session session = Jprof.profile("job " + n);
                            step(n);
                            fib(8);
                            Profile profile = session.stop();
                            if (profile.calls("app.Main.leaf") == n && profile.calls("app.Main.fib") == 67) counts.merge(0L, 1, Integer::sum);
                        });
                    }
                    pool.shutdown();
                    pool.awaitTermination(1, TimeUnit.MINUTES);
                    say("concurrent", counts);
                }

                static void query(int id) { leaf(); }
                static void query(String name, int[] ids) { query(ids[0]); }
                static void byPattern() {
                    Session session = Jprof.profile("pattern");
                    query(1);
                    query("x", new int[] {2});
                    Profile p = session.stop();
                    say("pattern", p.calls("app.Main.query") + " " + p.calls("app.Main.query(int)") + " "
                            + p.calls("app.Main.query(String,int[])") + " " + p.calls("app.Main.query(I)V") + " "
                            + p.calls("app.*") + " " + p.calls("app.Main.qu"));
                    long total = p.totalNanos("app.Main.query");
                    say("times", (total >= p.selfNanos("app.Main.query")) + " " + (total <= p.wallNanos()));
                }

                static void written() throws Exception {
                    Called<Integer> called = Jprof.call("written", Scope.JVM, () -> fib(12));
                    called.profile().write(java.nio.file.Paths.get("session.json"));
                    called.profile().print(new java.io.PrintStream(new java.io.FileOutputStream("printed.txt"), true, "UTF-8"));
                    say("paths", called.profile().paths("app.Main.fib").contains("thread main"));
                }
            }
            """;

    private Target program() {
        return Target.of(folder, 8, "app.Main", SOURCE, Built.jar("api"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_session_counts_what_was_called_in_it(Jdk jdk) {
        ChildJvm.Ended ended = program().run(ChildJvm.on(jdk, folder).withAgent("include=app.*"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("""
                block 100 1 0 101
                caller 0 true 1
                nested 11 110 1111 1111
                overlapping 11 110
                fib 177/1
                began 0 1 2
                errors 5 5 5
                named 20 220 222
                said no session 'a' was started, or it has ended; started: none
                called 8 15
                action 4
                threads 3 333 1 3
                many 1200
                left 50
                concurrent {0=200}
                pattern 3 2 1 2 5 0
                times true true
                paths true
                active true
                """);
        assertThat(ended.exitCode()).isZero();
        Profile written = ended.profile("session.json");
        assertThat(Counts.of(written).of("app.Main.fib")).isEqualTo(new Counts.Row(465, 1, 0, 0));
        assertThat(written.meta().text("session", "")).isEqualTo("written");
        assertThat(written.meta().text("reason", "")).isEqualTo("session");
        assertThat(ended.text("printed.txt"))
                .contains("session 'written'")
                .containsPattern("465/1 .* app\\.Main\\.fib");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_an_agent_nothing_is_recorded_and_one_line_says_so(Jdk jdk) {
        Target target = Target.of(folder, 8, "app.Bare", """
                package app;

                import dev.jprof.api.*;

                public class Bare {
                    public static void main(String[] args) {
                        System.out.println(Jprof.isActive());
                        for (int i = 0; i < 3; i++) {
                            try (Session session = Jprof.profile("import").onClose(Profile::print); Span span = Jprof.span("request", "GET")) {
                                Math.sin(i);
                            }
                        }
                        Jprof.start("server");
                        Called<Integer> called = Jprof.call(() -> 42);
                        Profile profile = Jprof.stop("server");
                        System.out.println(called.value() + " " + called.profile().isRecorded() + " " + profile.calls() + " "
                                + profile.calls("*") + " " + profile.methods() + " " + profile.threads());
                        System.out.print(profile.tree() + profile.html() + profile.json().length + "\\n");
                    }
                }
                """, Built.jar("api"));

        ChildJvm.Ended ended = target.run(ChildJvm.on(jdk, folder));

        String why =
                "no agent that counts calls in this JVM, so nothing is recorded: start it with -javaagent:jprof-agent.jar"
                        + " or -Djprof.agent=jprof-agent.jar ('jprof agent-jar' says where that is)\n";
        assertThat(ended.err()).isEqualTo("jprof: " + why);
        assertThat(ended.out())
                .isEqualTo("false\n" + "session 'import' recorded nothing\n".repeat(3)
                        + "42 false 0 0 [] []\nsession 'server' recorded nothing\n<!DOCTYPE html><meta charset=\"utf-8\"><p>"
                        + "session 'server' recorded nothing\n184\n");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void an_agent_that_speaks_another_version_is_said_to_be_one() {
        Javac.compile(8, folder.resolve("classes"), "dev.jprof.agent.Bridge", """
                package dev.jprof.agent;

                public class Bridge {
                    public static java.util.Map<String, Object> operations(int version) {
                        return new java.util.HashMap<>();
                    }
                }
                """);
        Target target = Target.of(folder, 8, "app.Old", """
                package app;

                public class Old {
                    public static void main(String[] args) {
                        System.out.println(dev.jprof.api.Jprof.call(() -> 1).profile());
                    }
                }
                """, Built.jar("api"));

        ChildJvm.Ended ended = target.run(ChildJvm.in(folder));

        assertThat(ended.err())
                .isEqualTo("jprof: the agent in this JVM does not fit this jprof-api, so nothing is recorded:"
                        + " take both of the same version\n");
        assertThat(ended.out()).isEqualTo("session 'call': 0 calls\n");
    }
}
