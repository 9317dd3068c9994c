package dev.jprof.report.view;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a reader finds how far numbers may be off. */
final class ErrorColumns {
    private ErrorColumns() {}

    /** Says it of columns that have marked numbers, in a table of the columns that are printed. */
    static String hint(Set<Column> marked, List<Column> printed) {
        List<String> absent = marked.stream()
                .flatMap(ErrorColumns::of)
                .filter(column -> !printed.contains(column))
                .map(Column::word)
                .toList();
        if (absent.isEmpty()) {
            return "± says how far";
        }
        return absent.stream().collect(Collectors.joining(",", "--columns ", absent.size() == 1 ? " says" : " say"))
                + " how far";
    }

    private static Stream<Column> of(Column column) {
        return switch (column) {
            case SELF -> Stream.of(Column.SELF_ERROR);
            case TOTAL -> Stream.of(Column.TOTAL_ERROR);
            case ALLOC -> Stream.of(Column.ALLOC_ERROR);
            default -> Stream.empty();
        };
    }
}
