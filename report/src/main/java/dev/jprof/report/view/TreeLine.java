package dev.jprof.report.view;

/**
 * One line of the printed call tree.
 *
 * @param depth 0 for a thread
 * @param last whether no sibling follows
 * @param pruned 0, or how many calls of this line's parent were too cheap to be shown and are summed up in this line
 */
public record TreeLine(int depth, boolean last, int pruned, Row row) {
    public String name() {
        return row.printed();
    }

    /** Whether the line is one call path, not a thread and no sum. */
    public boolean isCall() {
        return depth > 0 && pruned == 0;
    }

    /** Whether a column says something of it: of a thread and of a sum not all is known. */
    boolean has(Column column) {
        return isCall()
                || switch (column) {
                    case NAME, TOTAL, TOTAL_PERCENT, TOTAL_ALLOC -> true;
                    case CALLS, PRIMITIVE_CALLS, SAMPLES -> depth > 0;
                    case THREADS -> depth == 0;
                    default -> false;
                };
    }
}
