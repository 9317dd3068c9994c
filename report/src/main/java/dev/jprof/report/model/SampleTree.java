package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** A profile under construction out of stacks, each with the thread that it is of. Used once, by one thread. */
public final class SampleTree {
    private final List<Metric> metrics;
    private final TreeBuilder builder;
    private final Map<Method, Integer> methods = new LinkedHashMap<>();
    private final Map<ThreadKey, Integer> threads = new LinkedHashMap<>();

    private record ThreadKey(String name, long id) {}

    /**
     * An empty one.
     *
     * @param metrics all that {@link #add} may be asked for
     */
    public SampleTree(List<Metric> metrics) {
        this.metrics = List.copyOf(metrics);
        this.builder = new TreeBuilder(metrics);
    }

    /** The root of a thread's tree. */
    public int thread(String name, long id) {
        Integer row = threads.computeIfAbsent(new ThreadKey(name, id), absent -> threads.size());
        return builder.root(row);
    }

    /** The node of a method that is called at another node. */
    public int child(int node, Method method) {
        Integer index = methods.computeIfAbsent(method, absent -> methods.size());
        return builder.child(node, index);
    }

    /**
     * Adds to what a node has itself.
     *
     * @throws ArithmeticException if the sum of the metric exceeds a long
     */
    public void add(int node, Metric metric, long value) {
        builder.add(node, metrics.indexOf(metric), value);
    }

    /** The profile of all that was added, without metrics that nothing was added to, apart from those that must be there. */
    public Profile build(Meta meta, Set<Metric> always) {
        List<ThreadRow> rows = new ArrayList<>();
        threads.keySet().forEach(thread -> rows.add(new ThreadRow(thread.name(), thread.id(), 0, 1)));
        Profile all = builder.build(meta, new ArrayList<>(methods.keySet()), rows);
        Set<Metric> used = new LinkedHashSet<>(always);
        all.tree().columns().forEach((metric, column) -> {
            if (LongStream.of(column).anyMatch(value -> value > 0)) {
                used.add(metric);
            }
        });
        return new Profile(meta, all.methods(), all.threads(), all.tree().only(used));
    }
}
