package dev.jprof.cli.truth;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A call tree over all threads, by names: what is expected, and what a profile says. */
final class PathTree {
    private final Map<String, PathTree> children = new TreeMap<>();
    private long calls;
    private long errors;
    private long open;

    PathTree child(String key) {
        return children.computeIfAbsent(key, absent -> new PathTree());
    }

    void add(long moreCalls, long moreErrors) {
        calls += moreCalls;
        errors += moreErrors;
    }

    /** The methods of {@code profile} whose key satisfies {@code wanted}, all threads in one. */
    static PathTree of(Profile profile, Predicate<String> wanted) {
        CallTree tree = profile.tree();
        PathTree top = new PathTree();
        PathTree[] nodes = new PathTree[tree.size()];
        long[] errors = tree.column(Metric.ERRORS);
        long[] open = tree.column(Metric.OPEN);
        List<String> keys = profile.methods().stream().map(PathTree::keyOf).toList();
        for (int node = 0; node < nodes.length; node++) {
            if (tree.isRoot(node)) {
                nodes[node] = top;
                continue;
            }
            PathTree caller = nodes[tree.parent(node)];
            String key = keys.get(tree.method(node));
            nodes[node] = wanted.test(key) ? caller.child(key) : caller;
            if (nodes[node] != caller) {
                nodes[node].add(tree.calls(node), errors[node]);
                nodes[node].open += open[node];
            }
        }
        return top;
    }

    /** Lambdas and anonymous classes without their numbers; parameters only where constructors need them. */
    static String keyOf(Method method) {
        String className = method.className().replaceAll("\\$\\d+$", "\\$anonymous");
        String name = method.name().startsWith("lambda$") ? method.name().replaceAll("\\$\\d+$", "") : method.name();
        boolean overloaded = name.equals("<init>") && className.matches(".*\\.C\\d+");
        return className + "." + name + (overloaded ? method.descriptor().replaceAll("[()V]", "") : "");
    }

    /** The same tree without the methods of these keys: what they called, their callers call. */
    PathTree without(Set<String> keys) {
        PathTree result = new PathTree();
        copyTo(result, keys);
        return result;
    }

    void addTo(PathTree sum) {
        sum.add(calls, errors);
        children.forEach((key, child) -> child.addTo(sum.child(key)));
    }

    /** The methods alone, with the calls on all their paths. */
    PathTree flat() {
        PathTree flat = new PathTree();
        addFlat(flat);
        return flat;
    }

    private void addFlat(PathTree flat) {
        children.forEach((key, child) -> {
            flat.child(key).add(child.calls, 0);
            child.addFlat(flat);
        });
    }

    private void copyTo(PathTree copy, Set<String> left) {
        children.forEach((key, child) -> {
            PathTree twin = left.contains(key) ? copy : copy.child(key);
            if (twin != copy) {
                twin.add(child.calls, child.errors);
            }
            child.copyTo(twin, left);
        });
    }

    /** The keys of the methods that the agent left alone, as the profile says. */
    static Set<String> skipped(Profile profile) {
        Set<String> keys = new TreeSet<>();
        if (profile.meta().values().get("skipped") instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> method && method.containsKey("method")) {
                    keys.add(method.get("class") + "." + method.get("method"));
                }
            }
        }
        return keys;
    }

    /** One line for each node that differs, paths from the root; empty when the trees are equal. At most 20 lines. */
    List<String> differences(PathTree actual) {
        List<String> lines = new ArrayList<>();
        compare("", actual, lines);
        return lines;
    }

    private void compare(String path, PathTree actual, List<String> lines) {
        if (lines.size() >= 20) {
            return;
        }
        if (calls != actual.calls || errors != actual.errors || actual.open != 0) {
            lines.add(path + ": expected " + this + ", got " + actual);
        }
        Map<String, PathTree> all = new TreeMap<>(children);
        actual.children.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            PathTree mine = children.getOrDefault(key, new PathTree());
            mine.compare(path + " > " + key, actual.children.getOrDefault(key, new PathTree()), lines);
        }
    }

    @Override
    public String toString() {
        return calls + " calls, " + errors + " errors, " + open + " open";
    }
}
