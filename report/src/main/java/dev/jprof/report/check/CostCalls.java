package dev.jprof.report.check;

import dev.jprof.report.check.rule.RuleMetric;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often that which costs more was called, in each run of both sides; the run with the median number stands for a side.
 *
 * @param base calls in each run
 * @param current calls in each run
 */
record CostCalls(Finding finding, long[] base, long[] current) {
    /** What a call must allocate more for a word: medians of runs are never quite the same. */
    private static final double MORE = 1.05;

    /** Reads all runs once more. */
    static List<CostCalls> of(List<Finding> findings, CheckRequest request, RunReader reader) throws IOException {
        List<CostCalls> all = new ArrayList<>();
        for (Finding finding : findings) {
            all.add(new CostCalls(
                    finding,
                    new long[request.base().size()],
                    new long[request.current().size()]));
        }
        if (!findings.isEmpty()) {
            read(request.base(), reader, all, CostCalls::base);
            read(request.current(), reader, all, CostCalls::current);
        }
        return all;
    }

    private interface OfSide {
        long[] of(CostCalls calls);
    }

    private static void read(List<Path> files, RunReader reader, List<CostCalls> all, OfSide side) throws IOException {
        for (int run = 0; run < files.size(); run++) {
            Profile profile = KeyedProfile.of(reader.readTimes(files.get(run))).profile();
            for (MethodStats row : MethodTable.rowsOf(profile)) {
                for (CostCalls calls : all) {
                    if (calls.finding.subject().isOf(row.method())) {
                        side.of(calls)[run] += row.calls();
                    }
                }
            }
        }
    }

    int medianOfBase() {
        return median(base);
    }

    int medianOfCurrent() {
        return median(current);
    }

    private static int median(long[] calls) {
        return IntStream.range(0, calls.length)
                .boxed()
                .sorted(Comparator.comparingLong(run -> calls[run]))
                .toList()
                .get((calls.length - 1) / 2);
    }

    /**
     * Whether what costs more is called more often, and why; or does each call cost more?
     *
     * @param causes of the two median runs
     */
    List<String> lines(CallCauses causes) {
        long before = base[medianOfBase()];
        long after = current[medianOfCurrent()];
        String where = varies(base) || varies(current) ? ", by the medians of the runs" : "";
        String costs = costs();
        if (after == before) {
            return List.of("called as often as before" + where + ", so " + costs);
        }
        String called = "called " + CallGain.insteadOf(after, before) + where;
        if (after < before) {
            return List.of(called + ", so " + costs);
        }
        List<String> lines = new ArrayList<>();
        lines.add(called + (allocatesMoreInEach(before, after) ? ", and " + costs : ""));
        lines.addAll(causes.ofMethod(finding.subject()));
        return lines;
    }

    private String costs() {
        return switch (finding.rule().metric()) {
            case ALLOC -> "a call allocates more";
            case SELF -> "a call itself takes longer";
            default -> "a call takes longer";
        };
    }

    /** Of times another line says it, with their noise. */
    private boolean allocatesMoreInEach(long before, long after) {
        return finding.rule().metric() == RuleMetric.ALLOC
                && before > 0
                && CountJudge.median(finding.current()) / after > MORE * CountJudge.median(finding.base()) / before;
    }

    private static boolean varies(long[] calls) {
        return Arrays.stream(calls).distinct().count() > 1;
    }
}
