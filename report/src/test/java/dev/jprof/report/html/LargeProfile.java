package dev.jprof.report.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * A profile.json as large as a program can make it, in the shape of a real one: half of the nodes have one child, a few have
 * hundreds (Zipf), paths are 5 to 300 calls long, and nine nodes of ten and more are narrower than a pixel. The same arguments
 * give the same bytes. Needs nothing but a JDK: {@code java LargeProfile.java large.json 1000000 50000}.
 */
public final class LargeProfile {
    private static final int LEAST_DEPTH = 5;
    private static final int MOST_DEPTH = 300;
    private static final int MOST_CHILDREN = 400;
    private static final int THREADS = 8;
    private static final long NANOS = 60_000_000_000L;
    private static final String PACKAGES =
            "com.acme.shop com.acme.shop.order com.acme.shop.stock com.acme.text org.example.json"
                    + " org.example.json.read org.example.orm org.example.orm.query org.example.http net.sample.log";
    private static final String WORDS =
            "Order Stock Query Token Buffer Session Handler Field Type Value Node Stream Cache Entry Filter"
                    + " Context Factory Resolver Writer Reader";
    private static final String VERBS =
            "get read write find apply resolve accept next parse load store handle create visit";

    private final Random random = new Random(42);
    private final int methods;
    private final int[] parent;
    private final int[] method;
    private final long[] calls;
    private final long[] self;
    private final int[] roots;
    private int size;

    private LargeProfile(int nodes, int methods, int threads) {
        this.methods = methods;
        this.parent = new int[nodes];
        this.method = new int[nodes];
        this.calls = new long[nodes];
        this.self = new long[nodes];
        this.roots = new int[threads];
    }

    /** Writes the profile to a file: {@code FILE [NODES [METHODS [durations]]]}; {@code FILE chain DEPTH} writes a chain. */
    public static void main(String[] args) throws IOException {
        if (args.length > 2 && args[1].equals("chain")) {
            writeChain(Path.of(args[0]), Integer.parseInt(args[2]));
            return;
        }
        int nodes = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int methods = args.length > 2 ? Integer.parseInt(args[2]) : 50_000;
        write(Path.of(args[0]), nodes, methods, args.length > 3 && args[3].equals("durations"));
    }

    /** Writes a profile of so many nodes and methods, without durations. */
    public static void write(Path file, int nodes, int methods) throws IOException {
        write(file, nodes, methods, false);
    }

    /** Writes a profile of so many nodes and methods, if wanted with the durations of three nodes in four. */
    public static void write(Path file, int nodes, int methods, boolean durations) throws IOException {
        LargeProfile profile = new LargeProfile(nodes, methods, THREADS);
        for (int thread = 0, left = nodes; thread < THREADS; thread++) {
            int share = thread == THREADS - 1 ? left : left / 2;
            profile.roots[thread] = profile.size;
            profile.grow(share, NANOS >> thread);
            left -= share;
        }
        profile.write(file, durations);
    }

    /** A single path, so many calls deep, each call of another method and all of them one microsecond long. */
    public static void writeChain(Path file, int depth) throws IOException {
        LargeProfile chain = new LargeProfile(depth + 1, depth, 1);
        for (int node = 0; node <= depth; node++) {
            chain.add(node - 1, node - 1, Math.min(node, 1));
            chain.self[node] = node == 0 ? 0 : 1000;
        }
        chain.write(file, false);
    }

    /** The nodes of one thread. Those whose children are still to be made wait on a stack, with how many nodes and how much time they get. */
    private void grow(int nodes, long nanos) {
        int[] waiting = new int[nodes + 1];
        int[] below = new int[nodes + 1];
        int[] depth = new int[nodes + 1];
        long[] time = new long[nodes + 1];
        waiting[0] = add(-1, -1, 0);
        below[0] = nodes - 1;
        time[0] = nanos;
        for (int top = 1; top > 0; ) {
            top--;
            int node = waiting[top];
            int level = depth[top];
            if (below[top] == 0) {
                self[node] = time[top];
                continue;
            }
            self[node] = level == 0 ? 0 : (long) (time[top] * random.nextDouble() * 0.01);
            long nanosLeft = time[top] - self[node];
            int least = Math.max(0, LEAST_DEPTH - 1 - level);
            int children = level == MOST_DEPTH - 1 ? below[top] : Math.min(below[top] / (1 + least), callees(node));
            int nodesLeft = below[top] - children * (1 + least);
            int callee = level == 0 ? random.nextInt(methods) : (int) (mixed(node) % methods);
            for (int child = 0; child < children; child++) {
                // One child has most of it, or no path would get long.
                boolean isLast = child == children - 1;
                double share = isLast ? 1 : child == 0 ? 1 - 0.1 * random.nextDouble() : random.nextDouble();
                int nodesOfChild = (int) (nodesLeft * share);
                waiting[top] = add(node, (callee + child) % methods, callsBelow(node));
                depth[top] = level + 1;
                below[top] = least + nodesOfChild;
                time[top] = isLast ? nanosLeft : (long) (nanosLeft * share * (1 - 0.1 * random.nextDouble()));
                nodesLeft -= nodesOfChild;
                nanosLeft -= time[top];
                top++;
            }
        }
    }

    /** A method calls the same few others wherever it is called from, but not always all of them. */
    private int callees(int node) {
        int most = (int) Math.min(MOST_CHILDREN, (1 << 20) / (double) (1 + (mixed(node) & (1 << 20) - 1)));
        return Math.max(most / 2, Math.min(most, zipf(MOST_CHILDREN)));
    }

    private long mixed(int node) {
        return (method[node] + 1) * 0x9E3779B97F4A7C15L >>> 33;
    }

    private int add(int above, int ofMethod, long count) {
        parent[size] = above;
        method[size] = ofMethod;
        calls[size] = count;
        return size++;
    }

    private long callsBelow(int node) {
        return Math.max(1, Math.min(1L << 36, (long)
                (Math.max(1, calls[node]) * Math.exp(random.nextGaussian() * 0.9))));
    }

    /** 1 half of the time, 2 in one of six, n in one of n * (n + 1). */
    private int zipf(int most) {
        return (int) Math.min(most, 1 / (1 - random.nextDouble()));
    }

    private void write(Path file, boolean durations) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"format\":\"jprof/1\",\"meta\":{\"tool\":\"jprof\",\"wallNs\":" + NANOS + "},\n\"metrics\":[");
            for (String count : "calls errors open exact".split(" ")) {
                out.write("{\"name\":\"" + count + "\",\"unit\":\"count\"},");
            }
            out.write(
                    "{\"name\":\"self\",\"unit\":\"ns\"},{\"name\":\"weaving\",\"unit\":\"ns\"},{\"name\":\"waiting\",\"unit\":\"ns\"},{\"name\":\"spread\",\"unit\":\"us2\"}],\n");
            rows(out, "methods", methods, this::methodRow);
            rows(
                    out,
                    "threads",
                    roots.length,
                    thread -> "{\"name\":\"worker-" + thread + "\",\"id\":" + (thread + 1) + ",\"root\":"
                            + roots[thread] + "}");
            out.write("\"nodes\":{\n");
            column(out, "parent", node -> parent[node]);
            column(out, "method", node -> method[node]);
            column(out, "calls", node -> calls[node]);
            column(out, "self", node -> self[node]);
            column(out, "errors", node -> node % 97 == 5 ? Math.min(calls[node], 3) : 0);
            column(out, "open", node -> 0);
            column(out, "spread", node -> calls[node] <= 8 ? 0 : Math.min(self[node] / 1000, 900) * 1000);
            column(out, "exact", node -> Math.min(calls[node], 8));
            column(out, "weaving", node -> 0);
            column(out, "waiting", node -> node % 41 == 7 ? self[node] / 2 : 0);
            out.write("\"end\":[]}");
            if (durations) {
                durations(out);
            }
            out.write("}\n");
        }
    }

    /** Of three nodes in four, as many buckets as a node has calls, up to seven, around what a call takes. */
    private void durations(BufferedWriter out) throws IOException {
        int[] nodes = IntStream.range(0, size)
                .filter(node -> calls[node] > 0 && node % 4 > 0)
                .toArray();
        int[] buckets = IntStream.of(nodes)
                .map(node -> (int) Math.min(calls[node], 1 + node % 7))
                .toArray();
        int[] first = IntStream.of(nodes)
                .map(node -> 40 + (int) Math.min(300, 8 * Math.log(1 + (double) self[node] / calls[node])))
                .toArray();
        out.write(",\n\"histograms\":{\n");
        column(out, "node", nodes.length, row -> nodes[row]);
        column(out, "samples", nodes.length, row -> Math.min(calls[nodes[row]], 300));
        column(out, "max", nodes.length, row -> 17 * self[nodes[row]] / calls[nodes[row]]);
        column(out, "buckets", nodes.length, row -> buckets[row]);
        int[] row = IntStream.range(0, nodes.length)
                .flatMap(one -> IntStream.generate(() -> one).limit(buckets[one]))
                .toArray();
        int[] place = IntStream.of(buckets)
                .flatMap(count -> IntStream.range(0, count))
                .toArray();
        column(out, "bucket", row.length, i -> first[row[i]] + place[i] * (1 + row[i] % 3));
        column(out, "calls", row.length, i -> Math.max(1, calls[nodes[row[i]]] / buckets[row[i]]));
        out.write("\"end\":[]}");
    }

    private String methodRow(int number) {
        String name =
                word(WORDS, number) + word(WORDS, number / 20) + (number % 3 == 0 ? word(WORDS, number / 400) : "");
        String type = word(PACKAGES, Math.floorMod(number / 12 * 7919, 997)) + "." + name + number / 12;
        return "{\"class\":\"" + type + "\",\"name\":\"" + word(VERBS, number) + word(WORDS, number / 14)
                + "\",\"desc\":\"(I)V\",\"file\":\"" + name + ".java\",\"line\":" + (10 + number % 900) + "}";
    }

    private static String word(String words, int number) {
        String[] list = words.split(" ");
        return list[number % list.length];
    }

    private static void rows(BufferedWriter out, String key, int count, IntFunction<String> row) throws IOException {
        out.write("\"" + key + "\":[\n");
        for (int i = 0; i < count; i++) {
            out.write(row.apply(i) + (i + 1 < count ? ",\n" : "\n"));
        }
        out.write("],\n");
    }

    private void column(BufferedWriter out, String key, IntToLongFunction value) throws IOException {
        column(out, key, size, value);
    }

    private static void column(BufferedWriter out, String key, int rows, IntToLongFunction value) throws IOException {
        out.write("\"" + key + "\":[");
        for (int node = 0; node < rows; node++) {
            out.write((node > 0 ? "," : "") + value.applyAsLong(node));
        }
        out.write("],\n");
    }
}
