package dev.jprof.agent.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The call trees of all threads, made of stacks. Whoever adds to it or writes it holds its monitor. Grows up to a budget. */
public final class SampledTree {
    /** So many threads have a row each; the others share one. */
    private static final int MOST_THREADS = 256;

    private static final String OVERFLOW = "[overflow]";
    private static final String TRUNCATED = "[truncated]";

    /** One method; a synthetic one has a name in brackets and no class. */
    static final class SampledMethod {
        final String className;
        final String name;
        final String descriptor;

        SampledMethod(String className, String name, String descriptor) {
            this.className = className;
            this.name = name;
            this.descriptor = descriptor;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SampledMethod
                    && ((SampledMethod) other).name.equals(name)
                    && ((SampledMethod) other).className.equals(className)
                    && ((SampledMethod) other).descriptor.equals(descriptor);
        }

        @Override
        public int hashCode() {
            return (className.hashCode() * 31 + name.hashCode()) * 31 + descriptor.hashCode();
        }
    }

    final List<SampledMethod> methods = new ArrayList<SampledMethod>();
    final List<ThreadRow> threads = new ArrayList<ThreadRow>();
    int size;
    int[] parent = new int[1024];
    int[] method = new int[1024];
    private final Map<SampledMetric, long[]> columns = new EnumMap<SampledMetric, long[]>(SampledMetric.class);

    private final int budget;
    private final Map<SampledMethod, Integer> places = new HashMap<SampledMethod, Integer>();
    private final Map<Long, Integer> children = new HashMap<Long, Integer>();
    private final Map<Object, ThreadRow> rows = new HashMap<Object, ThreadRow>();
    private long overflowed;
    private long truncatedStacks;

    /** @param budget how many nodes there may be, those in brackets apart */
    public SampledTree(int budget) {
        this.budget = budget;
    }

    /** Returns the root of a thread's tree; those of one name whose id is 0, such as virtual threads, share one. */
    public int root(String thread, long id) {
        Object key = id == 0 ? thread : Long.valueOf(id);
        ThreadRow row = rows.get(key);
        if (row == null) {
            row = threads.size() < MOST_THREADS ? newRow(thread, id) : shared();
            rows.put(key, row);
        }
        return row.root;
    }

    private ThreadRow newRow(String thread, long id) {
        ThreadRow row = new ThreadRow(thread, id, 1, addNode(-1, -1));
        threads.add(row);
        return row;
    }

    private ThreadRow shared() {
        ThreadRow last = threads.get(threads.size() - 1);
        if (threads.size() == MOST_THREADS) {
            last = newRow("[more threads]", 0);
        } else {
            last.threads++;
        }
        return last;
    }

    /** Returns the node of a method called from another node; past the budget that of all that has no node. */
    public int child(int node, String className, String name, String descriptor) {
        if (isOverflow(node)) {
            return node;
        }
        int place = placeOf(new SampledMethod(className, name, descriptor));
        Integer known = children.get(key(node, place));
        if (known != null) {
            return known.intValue();
        }
        return size < budget ? newChild(node, place) : synthetic(node, OVERFLOW);
    }

    /** Returns the node for stacks of which outer frames are missing. */
    public int truncated(int root) {
        truncatedStacks++;
        return synthetic(root, TRUNCATED);
    }

    private int synthetic(int node, String name) {
        int place = placeOf(new SampledMethod("", name, ""));
        Integer known = children.get(key(node, place));
        return known == null ? newChild(node, place) : known.intValue();
    }

    private int newChild(int node, int place) {
        int child = addNode(node, place);
        children.put(key(node, place), Integer.valueOf(child));
        return child;
    }

    private boolean isOverflow(int node) {
        return method[node] >= 0 && methods.get(method[node]).name.equals(OVERFLOW);
    }

    public void add(int node, SampledMetric metric, long amount) {
        if (metric == SampledMetric.SAMPLES && isOverflow(node)) {
            overflowed += amount;
        }
        column(metric)[node] += amount;
    }

    int budget() {
        return budget;
    }

    /** How many samples have no node of their own for want of memory. */
    long overflowed() {
        return overflowed;
    }

    /** How many stacks lacked outer frames. */
    long truncatedStacks() {
        return truncatedStacks;
    }

    /** The numbers of a metric, by node; longer than there are nodes. */
    long[] column(SampledMetric metric) {
        long[] column = columns.get(metric);
        if (column == null) {
            column = new long[parent.length];
            columns.put(metric, column);
        }
        return column;
    }

    long sum(SampledMetric metric) {
        long sum = 0;
        for (int node = 0; node < size; node++) {
            sum += column(metric)[node];
        }
        return sum;
    }

    /** How many nodes there are, roots apart. */
    int paths() {
        return size - threads.size();
    }

    private static Long key(int node, int place) {
        return Long.valueOf((long) node << 32 | place);
    }

    private int placeOf(SampledMethod sampled) {
        Integer place = places.get(sampled);
        if (place == null) {
            place = Integer.valueOf(methods.size());
            methods.add(sampled);
            places.put(sampled, place);
        }
        return place.intValue();
    }

    private int addNode(int parentIndex, int methodPlace) {
        if (size == parent.length) {
            parent = Arrays.copyOf(parent, 2 * size);
            method = Arrays.copyOf(method, 2 * size);
            for (Map.Entry<SampledMetric, long[]> column : columns.entrySet()) {
                column.setValue(Arrays.copyOf(column.getValue(), 2 * size));
            }
        }
        parent[size] = parentIndex;
        method[size] = methodPlace;
        return size++;
    }
}
