package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Profiles written as paths: {@code "main/a/b 3 50"} is three calls with 50 ns of self time of b below a on thread main. A
 * path without numbers has none.
 */
public final class Trees {
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> methods = new LinkedHashMap<>();
    private final List<Integer> parent = new ArrayList<>();
    private final List<Integer> method = new ArrayList<>();
    private final List<ThreadRow> threads = new ArrayList<>();
    private final long[] calls = new long[100];
    private final long[] self = new long[100];

    public static Profile of(String... lines) {
        Trees trees = new Trees();
        for (String line : lines) {
            String[] words = line.split(" ");
            int node = trees.node(words[0]);
            if (words.length == 3) {
                trees.calls[node] = Long.parseLong(words[1]);
                trees.self[node] = Long.parseLong(words[2]);
            }
        }
        return trees.profile();
    }

    /** The tree as such lines, in node order. */
    public static List<String> lines(Profile profile) {
        CallTree tree = profile.tree();
        String[] paths = new String[tree.size()];
        profile.threads().forEach(row -> paths[row.root()] = row.name());
        List<String> lines = new ArrayList<>();
        for (int node = 0; node < paths.length; node++) {
            if (!tree.isRoot(node)) {
                paths[node] = paths[tree.parent(node)] + "/"
                        + profile.methods().get(tree.method(node)).name();
            }
            lines.add(paths[node] + " " + tree.calls(node) + " " + tree.self(node));
        }
        return lines;
    }

    private int node(String path) {
        Integer there = nodes.get(path);
        if (there != null) {
            return there;
        }
        int slash = path.lastIndexOf('/');
        int above = slash < 0 ? -1 : node(path.substring(0, slash));
        int node = nodes.size();
        nodes.put(path, node);
        parent.add(above);
        method.add(slash < 0 ? -1 : methods.computeIfAbsent(path.substring(slash + 1), name -> methods.size()));
        if (slash < 0) {
            threads.add(new ThreadRow(path, threads.size() + 1, node, 1));
        }
        return node;
    }

    private Profile profile() {
        int size = nodes.size();
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        columns.put(Metric.CALLS, Arrays.copyOf(calls, size));
        columns.put(Metric.SELF, Arrays.copyOf(self, size));
        List<Method> rows = methods.keySet().stream()
                .map(name -> new Method("", name, "", "", 0, Method.Kind.JAVA, true))
                .toList();
        CallTree tree = new CallTree(
                parent.stream().mapToInt(Integer::intValue).toArray(),
                method.stream().mapToInt(Integer::intValue).toArray(),
                columns);
        return new Profile(new Meta(Map.of()), rows, threads, tree);
    }
}
