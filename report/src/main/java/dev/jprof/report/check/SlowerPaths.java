package dev.jprof.report.check;

import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Correction;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Profile;
import dev.jprof.report.statistics.Answer;
import dev.jprof.report.statistics.CommonFactor;
import dev.jprof.report.statistics.Family;
import dev.jprof.report.statistics.MinimumEffect;
import dev.jprof.report.statistics.Question;
import dev.jprof.report.statistics.Samples;
import dev.jprof.report.statistics.Verdict;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * By which paths a method became slower. Only paths of methods that were found to be slower are asked about, all of them in one
 * family of their own, so that where nothing changed no path is looked at.
 */
final class SlowerPaths {
    /** A path that takes less in all new runs did not become slower: a tenth of the least change that matters, ns. */
    private static final long LEAST = 100_000;
    /** Nobody reads a path with more methods. */
    private static final int DEEPEST = 100;

    private static final int NAMED = 3;

    private final List<Map<String, Long>> base = new ArrayList<>();
    private final List<Map<String, Long>> current = new ArrayList<>();
    private final CommonFactor factor;

    private SlowerPaths(CommonFactor factor) {
        this.factor = factor;
    }

    /** Whether the paths of a finding are asked about. */
    static boolean has(Finding finding) {
        RuleMetric metric = finding.rule().metric();
        return finding.outcome() == Outcome.REGRESSION
                && finding.rule().needsRuns()
                && (metric == RuleMetric.SELF || metric == RuleMetric.TOTAL)
                && !finding.subject().sum();
    }

    /**
     * Reads all runs once more.
     *
     * @return one line for each path that became slower, the most first, by finding
     */
    static Map<Finding, List<String>> of(
            List<Finding> found, CheckRequest request, RunReader reader, CommonFactor factor) throws IOException {
        SlowerPaths paths = new SlowerPaths(factor);
        Set<String> known = new HashSet<>();
        read(request.current(), reader, found, known, paths.current);
        paths.current.forEach(run -> known.addAll(run.keySet()));
        read(request.base(), reader, found, known, paths.base);
        return paths.answer(found);
    }

    /** @param known paths that are read however short their time is */
    private static void read(
            List<Path> files, RunReader reader, List<Finding> found, Set<String> known, List<Map<String, Long>> runs)
            throws IOException {
        for (Path file : files) {
            Profile profile =
                    KeyedProfile.of(Correction.corrected(reader.read(file))).profile();
            Map<String, Long> times = new HashMap<>();
            for (int number = 0; number < found.size(); number++) {
                add(profile, found.get(number), number + " ", known, times);
            }
            runs.add(times);
        }
    }

    private static void add(
            Profile profile, Finding finding, String prefix, Set<String> known, Map<String, Long> times) {
        CallTree tree = profile.tree();
        boolean[] matching = matching(profile, finding.subject());
        boolean[] inside = new boolean[tree.size()];
        boolean self = finding.rule().metric() == RuleMetric.SELF;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isRoot(node)) {
                continue;
            }
            boolean match = matching[tree.method(node)];
            boolean outer = inside[tree.parent(node)];
            inside[node] = match || outer;
            long time = self ? tree.self(node) : outer ? 0 : tree.total(node);
            if (!match || time < LEAST && known.isEmpty()) {
                continue;
            }
            String path = prefix + path(profile, node);
            if (time >= LEAST || known.contains(path)) {
                times.merge(path, time, Long::sum);
            }
        }
    }

    private static boolean[] matching(Profile profile, Subject subject) {
        boolean[] matching = new boolean[profile.methods().size()];
        for (int method = 0; method < matching.length; method++) {
            var candidate = profile.methods().get(method);
            matching[method] = candidate.qualifiedName().equals(subject.name())
                    && (subject.descriptor().isEmpty() || candidate.descriptor().equals(subject.descriptor()));
        }
        return matching;
    }

    private static String path(Profile profile, int node) {
        Deque<String> names = new ArrayDeque<>();
        int at = node;
        while (!profile.tree().isRoot(at) && names.size() < DEEPEST) {
            names.addFirst(Printable.of(
                    profile.methods().get(profile.tree().method(at)).qualifiedName()));
            at = profile.tree().parent(at);
        }
        return (profile.tree().isRoot(at) ? "" : "... > ") + String.join(" > ", names);
    }

    private Map<Finding, List<String>> answer(List<Finding> found) {
        List<String> asked = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>();
        base.forEach(run -> paths.addAll(run.keySet()));
        current.forEach(run -> paths.addAll(run.keySet()));
        for (String path : paths) {
            Samples samples = new Samples(values(base, path), values(current, path));
            if (samples.sumOfMeans() >= MinimumEffect.OF_TIME.absolute()) {
                asked.add(path);
                questions.add(new Question(samples, factor, MinimumEffect.OF_TIME));
            }
        }
        List<Answer> answers = questions.isEmpty() ? List.of() : Family.answer(questions, Family.LEVEL);
        Map<Finding, List<String>> lines = new HashMap<>();
        for (int number = 0; number < found.size(); number++) {
            lines.put(found.get(number), lines(number + " ", asked, answers));
        }
        return lines;
    }

    private static List<String> lines(String prefix, List<String> asked, List<Answer> answers) {
        return IntStream.range(0, asked.size())
                .filter(i -> asked.get(i).startsWith(prefix) && answers.get(i).verdict() == Verdict.REGRESSION)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -answers.get(i).shift().estimate()))
                .limit(NAMED)
                .map(i -> AnswerText.signed(answers.get(i).ratio()) + " by "
                        + asked.get(i).substring(prefix.length()))
                .toList();
    }

    private static double[] values(List<Map<String, Long>> runs, String path) {
        return runs.stream().mapToDouble(run -> run.getOrDefault(path, 0L)).toArray();
    }
}
