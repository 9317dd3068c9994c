package dev.jprof.report.check;

import dev.jprof.report.check.rule.InvalidRules;
import dev.jprof.report.check.rule.Place;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Profiles of few methods as files, and checks of them. */
public final class Runs {
    private static final Map<String, Object> ALIKE = Map.of(
            "counts", Map.of("mode", "instrument", "filter", "include=*", "workload", "0"),
            "times", Map.of("machine", "one", "clock", "wall", "jdk", 25L));

    private final Path folder;
    private final List<Path> base = new ArrayList<>();
    private final List<Path> current = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private boolean stabilise;
    private boolean force;
    private LocalDate today = LocalDate.of(2026, 11, 24);

    public Runs(Path folder) {
        this.folder = folder;
    }

    public Runs base(Profile profile) throws IOException {
        base.add(write("base-" + base.size(), profile));
        return this;
    }

    public Runs current(Profile profile) throws IOException {
        current.add(write("new-" + current.size(), profile));
        return this;
    }

    public Runs rule(String text) throws InvalidRules {
        rules.add(Rule.parse(text, Place.ofOption("--rule", text)));
        return this;
    }

    public Runs rules(List<Rule> more) {
        rules.addAll(more);
        return this;
    }

    Runs on(LocalDate day) {
        today = day;
        return this;
    }

    Runs forced() {
        force = true;
        return this;
    }

    Runs stabilised() {
        stabilise = true;
        return this;
    }

    public CheckResult check() throws IOException, InvalidRules {
        return Check.run(new CheckRequest(base, current, rules, stabilise, force, today));
    }

    Path file() {
        return base.get(0);
    }

    /** Profiles that say nothing of how they were recorded were recorded alike. */
    private Path write(String name, Profile said) throws IOException {
        Map<String, Object> meta = new LinkedHashMap<>(said.meta().values());
        if (!meta.containsKey("mode")) {
            meta.put("comparability", ALIKE);
        }
        Profile profile = new Profile(new Meta(meta), said.methods(), said.threads(), said.tree());
        Path file = Files.createDirectories(folder).resolve(name + ".json");
        ProfileWriter.write(profile, file);
        return file;
    }

    /**
     * A profile of one thread: {@code "a.B.main/a.B.load 3 50"} is three calls with 50 microseconds of self time of load, below
     * main. A name may end in a descriptor.
     */
    public static Profile profile(String... paths) {
        return profile(Map.of(), paths);
    }

    /** The same with the methods of these names as leaves, which are not timed. */
    static Profile withLeaves(Profile profile, String... names) {
        List<Method> methods = profile.methods().stream()
                .map(m -> new Method(
                        m.className(),
                        m.name(),
                        m.descriptor(),
                        m.file(),
                        m.line(),
                        m.kind(),
                        !List.of(names).contains(m.qualifiedName() + m.descriptor()),
                        m.hash()))
                .toList();
        return new Profile(profile.meta(), methods, profile.threads(), profile.tree());
    }

    /** The same with each call of the nodes behind the given one measured, all as long as their mean. */
    static Profile measured(int first, Profile profile) {
        CallTree tree = profile.tree();
        int[] nodes = IntStream.range(first, tree.size()).toArray();
        long[] calls = Arrays.stream(nodes).mapToLong(tree::calls).toArray();
        long[] mean = Arrays.stream(nodes)
                .mapToLong(node -> tree.total(node) / tree.calls(node))
                .toArray();
        int[] bucket = Arrays.stream(mean).mapToInt(Histogram::bucketOf).toArray();
        int[] start = IntStream.rangeClosed(0, nodes.length).toArray();
        Histograms histograms = new Histograms(nodes, calls, mean, start, bucket, calls);
        int[] parents = IntStream.range(0, tree.size()).map(tree::parent).toArray();
        int[] methods = IntStream.range(0, tree.size()).map(tree::method).toArray();
        return new Profile(
                profile.meta(),
                profile.methods(),
                profile.threads(),
                new CallTree(parents, methods, tree.columns(), histograms));
    }

    /** The same as if all code were another. */
    public static Profile withCode(long hash, Profile profile) {
        List<Method> methods = profile.methods().stream()
                .map(m -> new Method(
                        m.className(), m.name(), m.descriptor(), m.file(), m.line(), m.kind(), m.timed(), hash))
                .toList();
        return new Profile(profile.meta(), methods, profile.threads(), profile.tree());
    }

    public static Profile profile(Map<String, Object> meta, String... paths) {
        Map<String, Integer> nodes = new LinkedHashMap<>(Map.of("", 0));
        Map<String, Integer> methods = new LinkedHashMap<>();
        List<Integer> parent = new ArrayList<>(List.of(-1));
        List<Integer> method = new ArrayList<>(List.of(-1));
        long[] calls = new long[100];
        long[] self = new long[100];
        for (String line : paths) {
            String[] words = line.split(" ");
            int slash = words[0].lastIndexOf('/');
            int node = nodes.size();
            nodes.put(words[0], node);
            parent.add(nodes.get(slash < 0 ? "" : words[0].substring(0, slash)));
            method.add(methods.computeIfAbsent(words[0].substring(slash + 1), name -> methods.size()));
            calls[node] = Long.parseLong(words[1]);
            self[node] = 1000 * Long.parseLong(words[2]);
        }
        Map<Metric, long[]> columns = new LinkedHashMap<>();
        columns.put(Metric.CALLS, Arrays.copyOf(calls, nodes.size()));
        columns.put(Metric.SELF, Arrays.copyOf(self, nodes.size()));
        CallTree tree = new CallTree(
                parent.stream().mapToInt(i -> i).toArray(),
                method.stream().mapToInt(i -> i).toArray(),
                columns);
        List<Method> rows = methods.keySet().stream().map(Runs::method).toList();
        return new Profile(new Meta(meta), rows, List.of(new ThreadRow("main", 1, 0, 1)), tree);
    }

    private static Method method(String written) {
        int parenthesis = written.indexOf('(');
        String name = parenthesis < 0 ? written : written.substring(0, parenthesis);
        String descriptor = parenthesis < 0 ? "()V" : written.substring(parenthesis);
        int dot = name.lastIndexOf('.');
        String simple = name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
        return new Method(
                name.substring(0, dot),
                name.substring(dot + 1),
                descriptor,
                simple + ".java",
                12,
                Method.Kind.JAVA,
                true);
    }
}
