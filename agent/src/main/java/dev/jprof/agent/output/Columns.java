package dev.jprof.agent.output;

import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.WovenMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A snapshot as columns of the JDK's own types, for the program itself: names and meanings are those of profile.json. */
public final class Columns {
    private final List<String> classes = new ArrayList<String>();
    private final List<String> names = new ArrayList<String>();
    private final List<String> descriptors = new ArrayList<String>();
    private final List<String> kinds = new ArrayList<String>();
    private final List<Boolean> timed = new ArrayList<Boolean>();
    private final Map<Integer, Integer> places = new HashMap<Integer, Integer>();

    private Columns() {}

    /**
     * The columns by name: of methods {@code class}, {@code name}, {@code desc}, {@code kind} and {@code timed}; the {@code threads} and their
     * {@code roots}; of nodes {@code parent}, {@code calls}, {@code self}, {@code errors}, {@code open} and which method.
     */
    public static Map<String, Object> of(Snapshot snapshot, MethodTable methods) {
        Columns columns = new Columns();
        NodeTable nodes = snapshot.nodes;
        int[] method = new int[nodes.size];
        for (int node = 0; node < nodes.size; node++) {
            method[node] = nodes.method[node] == NodeTable.ROOT ? -1 : columns.placeOf(nodes.method[node], methods);
        }
        Map<String, Object> all = new HashMap<String, Object>();
        all.put("class", columns.classes.toArray(new String[0]));
        all.put("name", columns.names.toArray(new String[0]));
        all.put("desc", columns.descriptors.toArray(new String[0]));
        all.put("kind", columns.kinds.toArray(new String[0]));
        all.put("timed", columns.timed());
        String[] threads = new String[snapshot.threads.size()];
        int[] roots = new int[threads.length];
        for (int row = 0; row < threads.length; row++) {
            threads[row] = snapshot.threads.get(row).name;
            roots[row] = snapshot.threads.get(row).root;
        }
        all.put("threads", threads);
        all.put("roots", roots);
        all.put("parent", Arrays.copyOf(nodes.parent, nodes.size));
        all.put("method", method);
        all.put("calls", nodes.calls.toArray(nodes.size));
        all.put("self", nodes.self.toArray(nodes.size));
        all.put("errors", nodes.errors.toArray(nodes.size));
        all.put("open", nodes.open.toArray(nodes.size));
        return all;
    }

    private int placeOf(int id, MethodTable methods) {
        Integer known = places.get(Integer.valueOf(id));
        if (known != null) {
            return known.intValue();
        }
        if (id == NodeTable.OVERFLOW) {
            add("", "[overflow]", "", "synthetic", true);
        } else {
            WovenMethod method = methods.get(id);
            add(method.className, method.name, method.descriptor, method.kind(), !method.leaf);
        }
        places.put(Integer.valueOf(id), Integer.valueOf(classes.size() - 1));
        return classes.size() - 1;
    }

    private void add(String className, String name, String descriptor, String kind, boolean isTimed) {
        classes.add(className);
        names.add(name);
        descriptors.add(descriptor);
        kinds.add(kind);
        timed.add(Boolean.valueOf(isTimed));
    }

    private boolean[] timed() {
        boolean[] all = new boolean[timed.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = timed.get(i).booleanValue();
        }
        return all;
    }
}
