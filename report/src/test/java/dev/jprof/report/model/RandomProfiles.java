package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Profiles of any shape, the same for the same seed: recursion, several threads, overloads, names that need escaping. */
public final class RandomProfiles {
    private static final String[] CLASSES = {
        "com.acme.Main", "com.acme.Ünicode$1", "a.<script>", "", "x.\uD83D\uDE00", "q.\"\\\n"
    };
    private static final String[] NAMES = {"run", "<init>", "<clinit>", "lambda$0", "σ", "\uD800"};
    private static final String[] DESCRIPTORS = {"()V", "(I)V", "(Ljava/lang/String;[J)Z", ""};
    private static final String[] THREADS = {"main", "worker-1", "worker-2", "worker-2", "pool \"a\""};

    private final Random random;

    private RandomProfiles(long seed) {
        this.random = new Random(seed);
    }

    public static Profile profile(long seed) {
        return new RandomProfiles(seed).profile();
    }

    private Profile profile() {
        List<Method> methods = methods();
        int threads = random.nextInt(5);
        int size = threads == 0 ? 0 : threads + random.nextInt(60);
        int[] parent = new int[size];
        int[] method = new int[size];
        List<ThreadRow> rows = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            boolean root = node < threads;
            parent[node] = root ? -1 : parent(node);
            method[node] = root ? -1 : random.nextInt(methods.size());
            if (root) {
                rows.add(new ThreadRow(
                        THREADS[random.nextInt(THREADS.length)], random.nextInt(3), node, 1 + random.nextInt(2)));
            }
        }
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        for (Metric metric : Metric.KNOWN) {
            if (metric != Metric.WAITING || random.nextBoolean()) {
                columns.put(metric, numbers(size));
            }
        }
        if (random.nextInt(4) == 0) {
            columns.put(new Metric("allocated", random.nextBoolean() ? "bytes" : "count"), numbers(size));
        }
        return new Profile(meta(), methods, rows, new CallTree(parent, method, columns, histograms(threads, size)));
    }

    // Often the last node, for depth.
    private int parent(int node) {
        return random.nextInt(3) > 0 ? node - 1 : random.nextInt(node);
    }

    private long[] numbers(int size) {
        long[] numbers = new long[size];
        for (int node = 0; node < size; node++) {
            numbers[node] = random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 45));
        }
        return numbers;
    }

    private Histograms histograms(int threads, int size) {
        List<Integer> nodes = new ArrayList<>();
        List<Integer> buckets = new ArrayList<>();
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int node = threads; node < size; node++) {
            if (random.nextInt(3) == 0) {
                nodes.add(node);
                int bucket = random.nextInt(100);
                for (int count = random.nextInt(5); count >= 0; count--) {
                    buckets.add(bucket);
                    bucket += 1 + random.nextInt(90);
                }
                starts.add(buckets.size());
            }
        }
        return new Histograms(
                nodes.stream().mapToInt(Integer::intValue).toArray(),
                random.longs(nodes.size(), 1, 1000).toArray(),
                random.longs(nodes.size(), 0, 1L << 40).toArray(),
                starts.stream().mapToInt(Integer::intValue).toArray(),
                buckets.stream().mapToInt(Integer::intValue).toArray(),
                random.longs(buckets.size(), 1, 1L << 40).toArray());
    }

    private List<Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            String file = random.nextInt(3) == 0 ? "" : "Main.java";
            Method method = new Method(
                    any(CLASSES),
                    any(NAMES),
                    any(DESCRIPTORS),
                    file,
                    random.nextInt(3) * 10,
                    Method.Kind.values()[random.nextInt(3)],
                    random.nextInt(4) > 0,
                    random.nextInt(3) - 1);
            String identity = method.toString().replace("timed=false", "timed=true");
            methods.put(identity.substring(0, identity.lastIndexOf("hash=")), method);
        }
        return List.copyOf(methods.values());
    }

    private Meta meta() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tool", "jprof " + random.nextInt(2));
        values.put("mode", "instrument");
        values.put("start", "2026-11-22T13:00:0" + random.nextInt(3) + (random.nextBoolean() ? "Z" : ".5Z"));
        values.put("wallNs", random.nextLong(1L << 40));
        values.put("probeNs", random.nextInt(100) / 8.0);
        values.put("jvm", Map.of("name", "HotSpot", "major", 17L + random.nextInt(2)));
        values.put("ticker", Map.of("ticks", (long) random.nextInt(1000), "longestGapNs", (long) random.nextInt(1000)));
        values.put("skipped", List.of(Map.of("class", any(CLASSES), "reason", "too long")));
        values.put("unknown", List.of(1L, 2.5, true, "text", Map.of("deep", random.nextInt(2) == 0)));
        if (random.nextBoolean()) {
            values.put("merged", 1L + random.nextInt(3));
            values.put("overflow", Map.of("nodes", 1000L, "calls", (long) random.nextInt(1000)));
        }
        return new Meta(values);
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
