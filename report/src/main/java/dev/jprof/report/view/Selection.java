package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that are left of a list, in order, and how it was reduced to them.
 *
 * @param listed how many rows there were before the first limit
 */
public record Selection<T extends Listed>(List<T> rows, SortOrder order, List<Reduction> reductions, int listed) {
    /** One limit that took rows away. */
    public record Reduction(int from, int to, String restriction) {
        @Override
        public String toString() {
            return "   List reduced from " + from + " to " + to + " due to restriction <" + restriction + ">";
        }
    }

    /** Sorts, then applies the restrictions from left to right. */
    public static <T extends Listed> Selection<T> of(List<T> all, SortOrder order, List<Restriction> restrictions) {
        List<T> rows = order.sorted(all);
        List<Reduction> reductions = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            List<T> kept = restriction.apply(rows);
            if (kept.size() != rows.size()) {
                reductions.add(new Reduction(rows.size(), kept.size(), restriction.label()));
            }
            rows = kept;
        }
        return new Selection<>(List.copyOf(rows), order, List.copyOf(reductions), all.size());
    }

    /** The announcement: the order, then one line for each limit that took rows away. */
    public List<String> announcement() {
        List<String> lines = new ArrayList<>();
        boolean sorted = !order.keys().isEmpty();
        lines.add(sorted ? "   Ordered by: " + order.label() : "   Random listing order was used");
        for (Reduction reduction : reductions) {
            lines.add(reduction.toString());
        }
        return lines;
    }
}
