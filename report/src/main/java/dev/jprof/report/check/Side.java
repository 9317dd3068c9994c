package dev.jprof.report.check;

import dev.jprof.report.model.MethodKey;
import dev.jprof.report.model.Metric;
import java.util.List;
import java.util.TreeSet;

/** The runs of one side, in the order in which they were given. */
record Side(List<ValuesOfRun> runs) {
    Side {
        runs = List.copyOf(runs);
    }

    int size() {
        return runs.size();
    }

    /** The subjects that a rule matches in any run. */
    TreeSet<Subject> subjects(int rule) {
        TreeSet<Subject> subjects = new TreeSet<>();
        for (ValuesOfRun run : runs) {
            subjects.addAll(run.byRule().get(rule).values().keySet());
            subjects.addAll(run.byRule().get(rule).untimed());
        }
        return subjects;
    }

    /** Whether a rule finds a subject in some run that it can judge there. */
    boolean has(int rule, Subject subject) {
        return runs.stream().anyMatch(run -> run.byRule().get(rule).values().containsKey(subject));
    }

    /** Whether some run has nothing but leaves of a subject of a rule on times. */
    boolean isUntimed(int rule, Subject subject) {
        return runs.stream().anyMatch(run -> run.byRule().get(rule).untimed().contains(subject));
    }

    /** The leaves that a rule leaves out in any run. */
    TreeSet<Subject> leaves(int rule) {
        TreeSet<Subject> leaves = new TreeSet<>();
        runs.forEach(run -> leaves.addAll(run.byRule().get(rule).leaves()));
        return leaves;
    }

    /** One value for each run, {@code absent} where the run has no such method. */
    double[] values(int rule, Subject subject, double absent) {
        return runs.stream()
                .mapToDouble(run -> run.byRule().get(rule).values().getOrDefault(subject, absent))
                .toArray();
    }

    /** One self time for each run. */
    double[] selves(MethodKey method) {
        return runs.stream()
                .mapToDouble(run -> run.selves().getOrDefault(method, 0L))
                .toArray();
    }

    Location location(Subject subject) {
        return runs.stream()
                .map(run -> run.locations().getOrDefault(subject, Location.NOWHERE))
                .filter(Location::isKnown)
                .findFirst()
                .orElse(Location.NOWHERE);
    }

    /** For each run a number that it shares with the runs before it as long as the code stayed the same. */
    int[] versions() {
        int[] versions = new int[runs.size()];
        for (int run = 1; run < versions.length; run++) {
            boolean same = runs.get(run).hasCodeOf(runs.get(run - 1));
            versions[run] = versions[run - 1] + (same ? 0 : 1);
        }
        return versions;
    }

    /** Whether some run has no calls. */
    boolean sampled() {
        return runs.stream().anyMatch(run -> !run.weight().equals(Metric.SELF));
    }

    /** Whether some run has no times either, only a number of samples. */
    boolean timeless() {
        return runs.stream().anyMatch(run -> run.weight().equals(Metric.SAMPLES));
    }

    boolean overflowed() {
        return runs.stream().anyMatch(ValuesOfRun::overflowed);
    }
}
