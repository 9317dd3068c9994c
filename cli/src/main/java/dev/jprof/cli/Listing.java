package dev.jprof.cli;

import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortKey;
import dev.jprof.report.view.SortOrder;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that sort and shorten a list, as pstats does. */
final class Listing {
    @Option(
            names = {"-s", "--sort"},
            paramLabel = "KEYS",
            description = {
                "Sort keys, most significant first, with commas or repeated: calls (ncalls), pcalls, time (tottime),"
                        + " cumulative (cumtime), name, filename (module), line, nfl, stdname, or what only one of"
                        + " them begins with; p50, p99 and max for durations of calls, alloc and cumalloc"
                        + " for allocated bytes. Counts, times and bytes are greatest first.",
                "Without it: cumulative; with --style pstats unsorted, as in pstats."
            })
    private List<String> keys = List.of();

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "SEL",
            description = "How many rows (10), which share of them (0.1) or those whose name a regular expression is"
                    + " found in; repeated limits apply from left to right. Without it: all rows.")
    private List<String> limits = List.of();

    @Option(names = "--reverse", description = "Reverse the order.")
    private boolean reverse;

    /** What is asked for, or the dearest rows first. */
    SortOrder order() {
        return keys.isEmpty() ? new SortOrder(List.of(SortKey.TOTAL), reverse) : asked();
    }

    /** What is asked for, or no order. */
    SortOrder asked() {
        return SortOrder.parse(keys, reverse);
    }

    List<Restriction> restrictions() {
        List<Restriction> restrictions = new ArrayList<>();
        for (String limit : limits) {
            restrictions.add(Restriction.parse(limit));
        }
        return restrictions;
    }
}
