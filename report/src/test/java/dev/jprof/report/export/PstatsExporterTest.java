package dev.jprof.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.model.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PstatsExporterTest {
    /** What pstats and snakeviz build on: shapes, callers that are rows, a root to draw from, edges within their rows. */
    private static final String DEMANDS = """
            import glob, pstats
            for name in sorted(glob.glob("*.prof")):
                stats = pstats.Stats(name)
                stats.calc_callees()
                rows = stats.stats
                for key, (cc, nc, tt, ct, callers) in rows.items():
                    assert [type(part) for part in key] == [str, int, str], (name, key)
                    assert 0 <= cc <= nc and 0 <= tt <= ct * (1 + 1e-12) + 1e-12, (name, key)
                    for caller, (enc, ecc, ett, ect) in callers.items():
                        assert caller in rows, (name, caller)
                        assert 0 <= ecc <= enc <= nc and 0 <= ett <= ect * (1 + 1e-12) + 1e-12, (name, caller, key)
                        assert ett <= tt * (1 + 1e-12) + 1e-12, (name, caller, key)
                    assert sum(edge[0] for edge in callers.values()) <= nc, (name, key)
                print(name, len(rows), stats.total_calls, stats.prim_calls)
            """;

    /** Rows, calls and primitive calls of what pstats refuses to load. */
    private static final String NOTHING = "0 0 0";

    @TempDir
    private Path folder;

    @Test
    void pstats_loads_every_profile_and_finds_what_it_and_snakeviz_build_on() throws Exception {
        StringBuilder expected = new StringBuilder();
        for (int seed = 100; seed < 300; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            String totals = totals(profile);
            if (!totals.equals(NOTHING)) {
                export(profile, seed + ".prof");
                expected.append("%d.prof %s%n".formatted(seed, totals));
            }
        }

        assertThat(Python3.required().run(folder, DEMANDS)).isEqualTo(expected.toString());
    }

    @Test
    void a_root_is_what_calls_others_and_is_never_called() throws Exception {
        export(Trees.of("main/a 1 1", "main/a/b 2 2", "main/a/b/b 1 1", "w/run 1 5", "w/run/b 1 1"), "two.prof");

        String script = """
                import pstats
                rows = pstats.Stats("two.prof").stats
                callers = {caller for row in rows.values() for caller in row[4]}
                print(sorted(key[2] for key in rows if key in callers and not rows[key][4]))
                """;

        assertThat(Python3.required().run(folder, script)).isEqualTo("['a', 'run']\n");
    }

    @Test
    void values_are_python_values_of_any_size() throws Exception {
        long[] calls = {0, 5, 32_767, 32_768, 3_000_000_000L, Long.MAX_VALUE / 2};
        long[] self = {0, 1, 1_500_000_000, 0, 0, 0};
        Profile profile = profile(new int[] {-1, 0, 1, 2, 3, 4}, new int[] {-1, 0, 1, 2, 3, 4}, calls, self);
        export(profile, "sizes.prof");

        String script = """
                import marshal
                for key, (cc, nc, tt, ct, callers) in marshal.load(open("sizes.prof", "rb")).items():
                    print(ascii(key), cc, nc, tt, ct, ascii(callers))
                """;

        assertThat(Python3.required().run(folder, script).lines())
                .containsExactly(
                        "('A.java', 1, 'a.A.f()') 5 5 1e-09 1.500000001 {}",
                        "('A.java', 1, 'a.A.f(int, String[])') 32767 32767 1.5 1.5"
                                + " {('A.java', 1, 'a.A.f()'): (32767, 32767, 1.5, 1.5)}",
                        "('~', 0, '<java.lang.Math.sin>') 32768 32768 0.0 0.0"
                                + " {('A.java', 1, 'a.A.f(int, String[])'): (32768, 32768, 0.0, 0.0)}",
                        "('~', 0, '\\xe9.\\U0001f600.\\ud800') 3000000000 3000000000 0.0 0.0"
                                + " {('~', 0, '<java.lang.Math.sin>'): (3000000000, 3000000000, 0.0, 0.0)}",
                        "('~', 0, '[overflow]') 4611686018427387903 4611686018427387903 0.0 0.0"
                                + " {('~', 0, '\\xe9.\\U0001f600.\\ud800'):"
                                + " (4611686018427387903, 4611686018427387903, 0.0, 0.0)}");
    }

    @Test
    void keys_are_unique_whatever_the_methods_are_called() {
        for (int seed = 0; seed < 1000; seed++) {
            List<PstatsKey> keys = PstatsKeys.of(RandomProfiles.profile(seed));

            assertThat(new HashSet<>(keys)).as("seed %d", seed).hasSameSizeAs(keys);
        }
    }

    private static Profile profile(int[] parent, int[] method, long[] calls, long[] self) {
        List<Method> methods = List.of(
                new Method("a.A", "f", "()V", "A.java", 1, Method.Kind.JAVA, true),
                new Method("a.A", "f", "(I[Ljava/lang/String;)V", "A.java", 1, Method.Kind.JAVA, true),
                new Method("java.lang.Math", "sin", "(D)D", "", 0, Method.Kind.JDK, true),
                new Method("é.\uD83D\uDE00", "\uD800", "()V", "", 0, Method.Kind.JAVA, true),
                new Method("", "[overflow]", "", "", 0, Method.Kind.SYNTHETIC, true));
        CallTree tree = new CallTree(parent, method, Map.of(Metric.CALLS, calls, Metric.SELF, self));
        return new Profile(new Meta(Map.of()), methods, List.of(new ThreadRow("main", 1, 0, 1)), tree);
    }

    private static String totals(Profile profile) {
        CallTree tree = profile.tree();
        long calls = 0;
        long primitiveCalls = 0;
        HashSet<Integer> rows = new HashSet<>();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node)) {
                rows.add(tree.method(node));
                calls += tree.calls(node);
                boolean primitive = true;
                for (int above = tree.parent(node); above >= 0; above = tree.parent(above)) {
                    primitive &= tree.method(above) != tree.method(node);
                }
                primitiveCalls += primitive ? tree.calls(node) : 0;
            }
        }
        return rows.size() + " " + calls + " " + primitiveCalls;
    }

    private void export(Profile profile, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            new PstatsExporter().write(profile, out);
        }
    }
}
