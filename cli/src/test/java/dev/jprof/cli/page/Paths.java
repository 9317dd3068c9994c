package dev.jprof.cli.page;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Profiles written as paths, {@code "main com.acme.A.run com.acme.B.add | 3 50"} being three calls with 50 ns of self time, and
 * sums by path of any profile. A third number counts errors.
 */
final class Paths {
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> methods = new LinkedHashMap<>();
    private final List<Integer> parent = new ArrayList<>();
    private final List<Integer> method = new ArrayList<>();
    private final List<ThreadRow> threads = new ArrayList<>();
    private final List<long[]> numbers = new ArrayList<>();

    /** A small shop: two threads, recursion, JDK rows, errors, and 300 methods too cheap to be drawn. */
    static Profile shop() {
        List<String> lines = new ArrayList<>(List.of(
                "main com.acme.Main.main | 1 2000000",
                "main com.acme.Main.main com.acme.shop.Order.total | 40 300000000 3",
                "main com.acme.Main.main com.acme.shop.Order.total com.acme.shop.Item.price | 400 120000000",
                "main com.acme.Main.main com.acme.shop.Order.total java.util.HashMap.get | 4000 50000000",
                "main com.acme.Main.main com.acme.Tree.walk | 1 10000000",
                "main com.acme.Main.main com.acme.Tree.walk com.acme.Tree.walk | 2 20000000",
                "main com.acme.Main.main com.acme.Tree.walk com.acme.Tree.walk com.acme.Tree.walk | 4 40000000",
                "main com.acme.Main.main org.other.Json.write | 10 200000000",
                "worker com.acme.Job.run | 8 30000000",
                "worker com.acme.Job.run com.acme.shop.Item.price | 80 90000000",
                "worker com.acme.Job.run com.acme.Main.main | 2 15000000"));
        for (int tiny = 0; tiny < 300; tiny++) {
            lines.add("main com.acme.Main.main com.acme.tiny.T" + tiny + ".tick | " + (tiny + 1) + " " + (1000 + tiny));
        }
        return of(lines);
    }

    static Profile of(List<String> lines) {
        Paths paths = new Paths();
        for (String line : lines) {
            String[] halves = line.split(" \\| ");
            String[] words = halves[1].split(" ");
            long[] sums = paths.numbers.get(paths.node(halves[0].split(" "), halves[0].split(" ").length));
            for (int i = 0; i < words.length; i++) {
                sums[i] = Long.parseLong(words[i]);
            }
        }
        return paths.profile();
    }

    private int node(String[] path, int length) {
        String key = String.join(" ", List.of(path).subList(0, length));
        Integer there = nodes.get(key);
        if (there != null) {
            return there;
        }
        int above = length == 1 ? -1 : node(path, length - 1);
        int node = nodes.size();
        nodes.put(key, node);
        parent.add(above);
        numbers.add(new long[3]);
        method.add(length == 1 ? -1 : methods.computeIfAbsent(path[length - 1], name -> methods.size()));
        if (length == 1) {
            threads.add(new ThreadRow(path[0], threads.size() + 1, node, 1));
        }
        return node;
    }

    private Profile profile() {
        List<Method> rows = new ArrayList<>();
        for (String name : methods.keySet()) {
            int dot = name.lastIndexOf('.');
            String type = name.substring(0, Math.max(0, dot));
            boolean jdk = type.startsWith("java.");
            String file = jdk ? "" : type.substring(type.lastIndexOf('.') + 1) + ".java";
            rows.add(new Method(
                    type,
                    name.substring(dot + 1),
                    "()V",
                    file,
                    jdk ? 0 : rows.size() + 10,
                    jdk ? Method.Kind.JDK : Method.Kind.JAVA,
                    true));
        }
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        columns.put(Metric.CALLS, numbers.stream().mapToLong(sums -> sums[0]).toArray());
        columns.put(Metric.SELF, numbers.stream().mapToLong(sums -> sums[1]).toArray());
        columns.put(Metric.ERRORS, numbers.stream().mapToLong(sums -> sums[2]).toArray());
        CallTree tree = new CallTree(
                parent.stream().mapToInt(Integer::intValue).toArray(),
                method.stream().mapToInt(Integer::intValue).toArray(),
                columns);
        Map<String, Object> meta = new TreeMap<>(Map.of("command", "com.acme.Main", "wallNs", 1_000_000_000L));
        return new Profile(new Meta(meta), rows, threads, tree);
    }

    /** By path, in the names of the page, what each node and all below it have. */
    static Map<String, Long> totals(Profile profile, Metric metric) {
        CallTree tree = profile.tree();
        long[] own = tree.column(metric);
        return sums(profile, node -> own[node], tree);
    }

    private static Map<String, Long> sums(Profile profile, ToLongFunction<Integer> own, CallTree tree) {
        Names names = new Names(profile);
        String[] paths = new String[tree.size()];
        profile.threads()
                .forEach(row -> paths[row.root()] = "all threads\n" + Grouping.threadName(row, profile.threads()));
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int node = 0; node < paths.length; node++) {
            if (!tree.isRoot(node)) {
                paths[node] = paths[tree.parent(node)] + "\n" + names.function(tree.method(node));
            }
            long value = tree.isRoot(node) ? 0 : own.applyAsLong(node);
            for (int above = node; above >= 0; above = tree.parent(above)) {
                sums.merge(paths[above], value, Long::sum);
            }
            sums.merge("all threads", value, Long::sum);
        }
        return sums;
    }
}
