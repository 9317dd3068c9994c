package dev.jprof.report.model;

import dev.jprof.report.model.Method.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Profiles for tests of what is printed. */
public final class SampleProfiles {
    private SampleProfiles() {}

    /** Nothing was called. */
    public static Profile empty() {
        return new Profile(new Meta(Map.of()), List.of(), List.of(), new CallTree(new int[0], new int[0], Map.of()));
    }

    /**
     * Two threads with recursion, overloads, a leaf, JDK rows, a call still open, names that would harm a terminal, a
     * spreadsheet or a page, counts from 1 to billions and times that lie on the edge of rounding.
     */
    public static Profile small() {
        List<Method> methods = List.of(
                java("com.acme.Main", "main", "([Ljava/lang/String;)V", "Main.java", 12, true),
                java("com.acme.Work", "fib", "(I)I", "Work.java", 30, true),
                java("com.acme.Work", "add", "(II)I", "Work.java", 40, true),
                java("com.acme.Work", "add", "(J[Ljava/util/List;)J", "Work.java", 44, true),
                java("com.acme.Work", "<init>", "()V", "Work.java", 7, true),
                java("com.acme.Tiny", "get", "()I", "Tiny.java", 3, false),
                new Method("java.lang.Math", "sin", "(D)D", "", 0, Kind.JDK, true),
                java("com.acme.Pool$Job", "run", "()V", "Pool.java", 9, true),
                java("evil", "x\u001b[31m\u202e", "()V", "", 0, true),
                java("it's", "=1+1", "()V", "a\"|b.java", 9, true),
                java("", "[overflow]", "", "", 0, true),
                java("=HYPERLINK", "σ|<b>", "()V", "", 0, true));
        int[] parent = {-1, 0, 1, 2, 3, 1, 1, 1, 7, 1, 9, -1, 11, 12, 12, 12, 12, 1};
        int[] method = {-1, 0, 1, 1, 1, 2, 3, 4, 5, 8, 6, -1, 7, 6, 2, 9, 10, 11};
        long[] calls = {0, 1, 1, 10, 166, 1000, 5, 1, 5_171_796_964L, 1, 3, 0, 4, 34_552_942, 7, 2, 12, 0};
        long[] self = {
            1200,
            500_000,
            1_500_000,
            3_000_000,
            15_000_000,
            1_234_567_890,
            2_500_000,
            20,
            0,
            0,
            77,
            0,
            62_500_000,
            123_456_789_012_345L,
            1,
            500_000,
            12,
            500
        };
        long[] errors = new long[parent.length];
        errors[5] = 3;
        long[] open = new long[parent.length];
        open[1] = 1;
        long[] waiting = new long[parent.length];
        waiting[12] = 50_000_000;
        CallTree tree = new CallTree(
                parent,
                method,
                Map.of(
                        Metric.CALLS, calls,
                        Metric.SELF, self,
                        Metric.ERRORS, errors,
                        Metric.OPEN, open,
                        Metric.WAITING, waiting),
                histograms());
        List<ThreadRow> threads = List.of(new ThreadRow("main", 1, 0, 1), new ThreadRow("pool-1", 15, 11, 2));
        return new Profile(meta(), methods, threads, tree);
    }

    /** A program of two threads, sampled each 10 ms: recursion, a method that one sample met, and one that none did. */
    public static Profile sampled() {
        List<Method> methods = List.of(
                java("com.acme.Main", "main", "([Ljava/lang/String;)V", "Main.java", 12, true),
                java("com.acme.Work", "fib", "(I)I", "Work.java", 30, true),
                java("com.acme.Work", "add", "(II)I", "Work.java", 40, true),
                java("com.acme.Work", "rare", "()V", "Work.java", 60, true),
                new Method("", "libc.so.6.read", "", "", 0, Kind.JAVA, true));
        int[] parent = {-1, 0, 1, 2, 3, 1, -1, 6, 7};
        int[] method = {-1, 0, 1, 1, 2, 3, -1, 0, 4};
        long[] samples = {0, 0, 600, 150, 200, 1, 0, 0, 49};
        long[] sampled = LongStream.of(samples).map(count -> count * 10_000_000).toArray();
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        columns.put(Metric.SAMPLES, samples);
        columns.put(Metric.SAMPLED, sampled);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("mode", "import");
        meta.put("wallNs", 12_000_000_000L);
        meta.put("event", "jdk.ExecutionSample");
        meta.put("intervalNs", 10_000_000L);
        meta.put("stackless", 3L);
        meta.put("source", new TreeMap<>(Map.of("format", "jfr", "tool", "JDK 21")));
        List<ThreadRow> threads = List.of(new ThreadRow("main", 1, 0, 1), new ThreadRow("io", 9, 6, 1));
        return new Profile(new Meta(meta), methods, threads, new CallTree(parent, method, columns));
    }

    /** The same, but no sample met some method. */
    public static Profile sampledWithout(String name) {
        return TreeFilter.ignore(sampled(), method -> method.name().equals(name));
    }

    /** Of main its one call, of an add some of its thousand, of the second thread's job all four. */
    private static Histograms histograms() {
        int[] bucket = {225, 65, 116, 145, 174, 181};
        long[] calls = {1, 960, 39, 1, 2, 2};
        return new Histograms(
                new int[] {1, 5, 12},
                new long[] {1, 20, 4},
                new long[] {1_257_000_000, 1_234_567, 29_000_000},
                new int[] {0, 1, 4, 6},
                bucket,
                calls);
    }

    private static Meta meta() {
        Map<String, Object> values = new TreeMap<>();
        values.put("wallNs", 15_300_000_000L);
        values.put("probeNs", 4.04);
        values.put("slowdown", 1.05);
        values.put("classes", new TreeMap<>(Map.of("instrumented", 9L, "skipped", 1L)));
        return new Meta(values);
    }

    private static Method java(String className, String name, String descriptor, String file, int line, boolean timed) {
        Kind kind = name.startsWith("[") ? Kind.SYNTHETIC : Kind.JAVA;
        return new Method(className, name, descriptor, file, line, kind, timed);
    }
}
