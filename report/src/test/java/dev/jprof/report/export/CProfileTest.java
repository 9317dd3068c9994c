package dev.jprof.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The method table against cProfile itself: random executions are run as Python under a timer that counts its readings, and
 * folded here from the same tree. All numbers of all rows and edges must agree.
 */
class CProfileTest {
    private static final int FUNCTIONS = 6;

    /** Runs each line of trees.txt, parents then functions of its calls, and marshals what cProfile says beside ours. */
    private static final String ORACLE = """
            import cProfile, itertools, marshal
            def ticks(row):
                return row[:2] + tuple(float(round(seconds * 1e9)) for seconds in row[2:])
            def callers(edges):
                return {caller: ticks(row) for caller, row in edges.items()}
            def define(tree, parent, function):
                called = [[] for _ in parent]
                for node in range(1, len(parent)):
                    called[parent[node]].append(node)
                functions = {}
                for f in range(%d):
                    code = "\\n" * f + "def f%%d(node):\\n for below in called[node]: functions[function[below]](below)" %% f
                    names = dict(called=called, functions=functions, function=function)
                    exec(compile(code, "F.java", "exec"), names)
                    functions[f] = names["f%%d" %% f]
                return called[0], functions
            for tree, line in enumerate(open("trees.txt")):
                parent, function = [[int(n) for n in part.split(",")] for part in line.split(";")]
                first, functions = define(tree, parent, function)
                profile = cProfile.Profile(itertools.count().__next__, 1.0, builtins=False)
                profile.enable()
                for node in first: functions[function[node]](node)
                profile.disable()
                profile.create_stats()
                expected = {key: row for key, row in profile.stats.items() if key[0] == "F.java"}
                for name in ("raw", "folded"):
                    with open(f"{tree}.{name}.prof", "rb") as ours:
                        got = marshal.load(ours)
                    got = {key: ticks(row[:4]) + (callers(row[4]),) for key, row in got.items()}
                    assert got == expected, f"tree {tree} {name}:\\n{got}\\n{expected}"
            print("agreed")
            """.formatted(FUNCTIONS);

    @TempDir
    private Path folder;

    @Test
    void every_number_is_that_of_cprofile() throws Exception {
        Random random = new Random(7);
        StringBuilder trees = new StringBuilder();
        for (int tree = 0; tree < 200; tree++) {
            int[] parent = parents(random);
            int[] function = random.ints(parent.length, 0, FUNCTIONS).toArray();
            trees.append(list(parent)).append(';').append(list(function)).append('\n');
            Profile raw = profile(parent, function);
            Files.write(folder.resolve(tree + ".raw.prof"), exported(raw));
            Files.write(folder.resolve(tree + ".folded.prof"), exported(ProfileMerge.merge(List.of(raw))));
        }
        Files.writeString(folder.resolve("trees.txt"), trees);

        assertThat(Python3.required().run(folder, ORACLE)).isEqualTo("agreed\n");
    }

    private static int[] parents(Random random) {
        int[] parent = new int[2 + random.nextInt(80)];
        parent[0] = -1;
        for (int node = 1; node < parent.length; node++) {
            parent[node] = random.nextBoolean() ? node - 1 : random.nextInt(node);
        }
        return parent;
    }

    /** One node for each call; the timer is read at its begin and its end, so its own time is one tick more than its calls. */
    private static Profile profile(int[] parent, int[] function) {
        int[] method = function.clone();
        method[0] = -1;
        long[] calls = new long[parent.length];
        long[] self = new long[parent.length];
        for (int node = 1; node < parent.length; node++) {
            calls[node] = 1;
            self[node]++;
            self[parent[node]]++;
        }
        self[0] = 0;
        List<Method> methods = IntStream.range(0, FUNCTIONS)
                .mapToObj(f -> new Method("", "f" + f, "()V", "F.java", f + 1, Method.Kind.JAVA, true))
                .toList();
        CallTree tree = new CallTree(parent, method, Map.of(Metric.CALLS, calls, Metric.SELF, self));
        return new Profile(new Meta(Map.of()), methods, List.of(new ThreadRow("main", 1, 0, 1)), tree);
    }

    private static byte[] exported(Profile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PstatsExporter().write(profile, out);
        return out.toByteArray();
    }

    private static String list(int[] numbers) {
        return Arrays.toString(numbers).replaceAll("[\\[\\] ]", "");
    }
}
