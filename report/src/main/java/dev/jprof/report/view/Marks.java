package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is written beside numbers and names for people: {@linkplain Trust#mark marks} in front of times that are uncertain,
 * {@code *} behind the names of untimed leaves and {@code +} behind those of methods with open calls.
 *
 * @param columns those that have marks
 */
record Marks(Summary summary, Numbers numbers, Predicate<Column> columns) {
    static Marks none(Summary summary, Numbers numbers) {
        return new Marks(summary, numbers, column -> false);
    }

    /** A cell with its mark. */
    String cell(Column column, Row row, String bare) {
        return columns.test(column) ? column.trust(row, numbers).mark() + bare : bare;
    }

    /** What stands behind a name. */
    String behindName(Row called) {
        return columns.test(Column.NAME) ? (isLeaf(called) ? " *" : "") + (isOpen(called) ? " +" : "") : "";
    }

    private static boolean isLeaf(Row called) {
        return !called.stats().method().timed();
    }

    private static boolean isOpen(Row called) {
        return called.stats().open() > 0;
    }

    /**
     * What the marks mean, one line for each that occurs.
     *
     * @param named the rows whose names have marks
     */
    List<String> remarks(List<Column> printed, List<Row> rows, List<Row> named) {
        EnumSet<Trust> trusts = EnumSet.noneOf(Trust.class);
        EnumSet<Column> estimates = EnumSet.noneOf(Column.class);
        for (Row row : rows) {
            for (Column column : printed) {
                Trust trust = columns.test(column) ? column.trust(row, numbers) : Trust.SURE;
                trusts.add(trust);
                if (trust == Trust.ESTIMATE) {
                    estimates.add(column);
                }
            }
        }
        List<String> remarks = remarks(trusts, ErrorColumns.hint(estimates, printed));
        boolean names = columns.test(Column.NAME) && printed.contains(Column.NAME);
        if (names && named.stream().anyMatch(Marks::isLeaf)) {
            remarks.add("* a leaf too small to time: its calls are exact, its time is in its callers' rows");
        }
        if (names && named.stream().anyMatch(Marks::isOpen)) {
            remarks.add("+ some calls had not ended when the profile was written; they count as ended then");
        }
        return remarks;
    }

    private List<String> remarks(EnumSet<Trust> trusts, String hint) {
        List<String> remarks = new ArrayList<>();
        if (trusts.contains(Trust.ESTIMATE)) {
            remarks.add("~ an estimate that may be more than a tenth off: " + hint);
        }
        if (trusts.contains(Trust.SAMPLE)) {
            remarks.add("~ in p50, p99 and max: of calls that were chosen at random; max is the longest of those");
        }
        if (trusts.contains(Trust.UNRELIABLE)) {
            remarks.add(
                    summary.sampled()
                            ? "? not reliable: less than what it may be off by"
                            : "? not reliable: mostly the cost of probes, or less than what it may be off by");
        }
        return remarks;
    }
}
