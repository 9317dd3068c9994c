package dev.jprof.report.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The sum of profiles, in canonical order: any grouping and order of the same profiles gives the same result. Methods are
 * the same by all that names them, threads by name. Used once.
 */
public final class ProfileMerge {
    /** Joins what differs: a unit, a thread id. */
    private static final String MIXED = "mixed";

    private static final Comparator<Method> BY_IDENTITY = Comparator.comparing(Method::className)
            .thenComparing(Method::name)
            .thenComparing(Method::descriptor)
            .thenComparing(Method::file)
            .thenComparingInt(Method::line)
            .thenComparing(Method::kind);

    private final Map<Method, Method> methods = new TreeMap<>(BY_IDENTITY);
    private final Map<String, ThreadRow> threads = new TreeMap<>();
    private final Map<String, Metric> metrics =
            new TreeMap<>(Comparator.<String>comparingInt(ProfileMerge::rank).thenComparing(Comparator.naturalOrder()));

    private ProfileMerge() {}

    /**
     * Adds up one profile or more.
     *
     * @throws ArithmeticException if a sum exceeds a long
     */
    public static Profile merge(List<Profile> profiles) {
        ProfileMerge merge = new ProfileMerge();
        profiles.forEach(merge::collect);
        if (profiles.stream().anyMatch(ProfileMerge::isWithoutAllocations)) {
            merge.metrics.remove(Metric.ALLOC.name());
            merge.metrics.remove(Metric.ALLOC_SPREAD.name());
        }
        return merge.sum(profiles);
    }

    /**
     * Why profiles can't be added up, as the end of a sentence; empty if they can. In a sum of instrumented and sampled ones the
     * samples of one hide behind the calls of the other.
     */
    public static String hindrance(List<Profile> profiles) {
        if (differ(profiles, profile -> profile.tree().isSampled())) {
            return "some were instrumented and some sampled; name those of one kind";
        }
        if (differ(profiles, profile -> profile.tree().weight())) {
            return "their samples stand for different things, such as time and nothing known; name those of one kind";
        }
        boolean sampled = profiles.stream().anyMatch(profile -> profile.tree().isSampled());
        if (sampled && differ(profiles, profile -> profile.meta().text("event", ""))) {
            return "they are samples of different events; name those of one kind";
        }
        return "";
    }

    private static boolean differ(List<Profile> profiles, Function<Profile, Object> property) {
        return profiles.stream().map(property).distinct().count() > 1;
    }

    /** What some runs allocated, beside the calls of all, would be too little. */
    private static boolean isWithoutAllocations(Profile profile) {
        Map<Metric, long[]> columns = profile.tree().columns();
        return columns.containsKey(Metric.CALLS) && !columns.containsKey(Metric.ALLOC);
    }

    private static int rank(String metric) {
        for (int rank = 0; rank < Metric.KNOWN.size(); rank++) {
            if (Metric.KNOWN.get(rank).name().equals(metric)) {
                return rank;
            }
        }
        return Metric.KNOWN.size();
    }

    private void collect(Profile profile) {
        for (Method method : profile.methods()) {
            methods.merge(method, method, ProfileMerge::join);
        }
        for (ThreadRow row : profile.threads()) {
            threads.merge(row.name(), row, ProfileMerge::join);
        }
        for (Metric metric : profile.tree().columns().keySet()) {
            metrics.merge(metric.name(), metric, (a, b) -> a.equals(b) ? a : new Metric(a.name(), MIXED));
        }
    }

    private static Method join(Method a, Method b) {
        long hash = a.hash() == b.hash() ? a.hash() : 0;
        return new Method(
                a.className(), a.name(), a.descriptor(), a.file(), a.line(), a.kind(), a.timed() || b.timed(), hash);
    }

    private static ThreadRow join(ThreadRow a, ThreadRow b) {
        long id = a.id() == b.id() ? a.id() : 0;
        return new ThreadRow(a.name(), id, 0, Math.addExact(a.threads(), b.threads()));
    }

    private Profile sum(List<Profile> profiles) {
        List<Method> methodRows = List.copyOf(methods.values());
        List<String> threadNames = List.copyOf(threads.keySet());
        List<String> metricNames = List.copyOf(metrics.keySet());
        TreeBuilder builder = new TreeBuilder(List.copyOf(metrics.values()));
        for (Profile profile : profiles) {
            int[] target = new int[profile.tree().size()];
            for (ThreadRow row : profile.threads()) {
                target[row.root()] = builder.root(Collections.binarySearch(threadNames, row.name()));
            }
            int[] method = profile.methods().stream()
                    .mapToInt(row -> Collections.binarySearch(methodRows, row, BY_IDENTITY))
                    .toArray();
            place(profile.tree(), method, target, builder);
            builder.add(profile.tree().histograms(), target);
            profile.tree().columns().forEach((metric, column) -> {
                int number = metricNames.indexOf(metric.name());
                for (int node = 0; number >= 0 && node < column.length; node++) {
                    builder.add(target[node], number, column[node]);
                }
            });
        }
        Meta meta = MetaMerge.merge(profiles.stream().map(Profile::meta).toList());
        return builder.build(meta, methodRows, List.copyOf(threads.values()));
    }

    private static void place(CallTree tree, int[] method, int[] target, TreeBuilder builder) {
        for (int node = 0; node < target.length; node++) {
            if (!tree.isRoot(node)) {
                target[node] = builder.child(target[tree.parent(node)], method[tree.method(node)]);
            }
        }
    }
}
