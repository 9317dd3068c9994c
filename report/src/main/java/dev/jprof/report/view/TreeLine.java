package dev.jprof.report.view;

import dev.jprof.report.model.Histogram;

/**
 * One line of the printed call tree. Times are nanoseconds.
 *
 * @param depth 0 for a thread
 * @param last whether no sibling follows
 * @param pruned 0, or how many calls of this line's parent were too cheap to be shown and are summed up in this line
 * @param histogram how long the calls of a path took
 */
public record TreeLine(
        int depth, boolean last, String name, long calls, long self, long total, int pruned, Histogram histogram) {
    /** Whether the line is one call path, not a thread and no sum. */
    boolean isCall() {
        return depth > 0 && pruned == 0;
    }
}
