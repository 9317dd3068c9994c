package dev.jprof.report.view;

/** What a list can be ordered by: the keys of pstats, durations of calls and allocated bytes. Counts, times and bytes are greatest first, the others ascending. */
public enum SortKey {
    CALLS("call count"),
    PRIMITIVE_CALLS("primitive call count"),
    SELF("internal time"),
    TOTAL("cumulative time"),
    FILE("file name"),
    LINE("line number"),
    NAME("function name"),
    NAME_FILE_LINE("name/file/line"),
    PRINTED("standard name"),
    P50("median duration"),
    P99("99th percentile of durations"),
    MAX("longest duration"),
    ALLOC("allocated bytes"),
    TOTAL_ALLOC("cumulative allocated bytes");

    private final String label;

    SortKey(String label) {
        this.label = label;
    }

    /** How the order is announced above a list. */
    public String label() {
        return label;
    }

    /** Whether pstats has this key. */
    public boolean isOfPstats() {
        return switch (this) {
            case P50, P99, MAX, ALLOC, TOTAL_ALLOC -> false;
            default -> true;
        };
    }

    /** Where a table shows what it orders by. */
    Column column(boolean sampled) {
        return switch (this) {
            case CALLS -> sampled ? Column.SAMPLES : Column.CALLS;
            case PRIMITIVE_CALLS -> sampled ? Column.SAMPLES : Column.PRIMITIVE_CALLS;
            case SELF -> Column.SELF;
            case TOTAL -> Column.TOTAL;
            case FILE, LINE, NAME, NAME_FILE_LINE, PRINTED -> Column.NAME;
            case P50 -> Column.P50;
            case P99 -> Column.P99;
            case MAX -> Column.MAX;
            case ALLOC -> Column.ALLOC;
            case TOTAL_ALLOC -> Column.TOTAL_ALLOC;
        };
    }

    int compare(Listed left, Listed right) {
        return switch (this) {
            case CALLS -> Long.compare(right.calls(), left.calls());
            case PRIMITIVE_CALLS -> Long.compare(right.primitiveCalls(), left.primitiveCalls());
            case SELF -> Double.compare(right.self(), left.self());
            case TOTAL -> Double.compare(right.total(), left.total());
            case FILE -> CodePoints.compare(left.file(), right.file());
            case LINE -> Integer.compare(left.line(), right.line());
            case NAME -> CodePoints.compare(left.function(), right.function());
            case NAME_FILE_LINE -> compareByNameFileLine(left, right);
            case PRINTED -> CodePoints.compare(left.printed(), right.printed());
            case P50 -> compareQuantile(left, right, 0.5);
            case P99 -> compareQuantile(left, right, 0.99);
            case ALLOC ->
                Long.compare(right.allocated().self(), left.allocated().self());
            case TOTAL_ALLOC ->
                Long.compare(right.allocated().total(), left.allocated().total());
            case MAX -> Long.compare(right.histogram().max(), left.histogram().max());
        };
    }

    private static int compareQuantile(Listed left, Listed right, double share) {
        return Double.compare(
                right.histogram().quantile(share), left.histogram().quantile(share));
    }

    private static int compareByNameFileLine(Listed left, Listed right) {
        int byName = NAME.compare(left, right);
        int byFile = byName != 0 ? byName : FILE.compare(left, right);
        return byFile != 0 ? byFile : LINE.compare(left, right);
    }
}
