package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Histogram;
import dev.jprof.report.view.Row;
import dev.jprof.report.view.Trust;
import dev.jprof.report.view.Unit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The method table as columns of numbers; times are nanoseconds. */
final class MethodRows {
    private final List<Row> rows;

    MethodRows(List<Row> rows) {
        this.rows = rows;
    }

    /** Members of an object: a column each; those that a profile need not know only when it does, with -1 in rows that do not. */
    void write(Json json) {
        column(json, "method", row -> row.stats().index());
        column(json, "ncalls", Row::calls);
        column(json, "pcalls", Row::primitiveCalls);
        column(json, "tottime", row -> row.stats().self());
        column(json, "cumtime", row -> row.stats().total());
        column(json, "errors", row -> row.stats().errors());
        column(json, "open", row -> row.stats().open());
        column(json, "threads", row -> row.stats().threads());
        column(json, "waiting", row -> row.stats().waiting());
        marks(json, "trustself", row -> Trust.ofSelf(row.stats(), Unit.AUTO).mark());
        marks(json, "trusttotal", row -> Trust.ofTotal(row.stats(), Unit.AUTO).mark());
        Predicate<Row> isUncertain = row -> row.stats().bars().known();
        known(json, "toterr", isUncertain, row -> row.stats().bars().self());
        known(json, "cumerr", isUncertain, row -> row.stats().bars().total());
        Predicate<Row> hasBytes = row -> row.allocated().known();
        known(json, "allocerr", hasBytes, row -> row.allocated().bar());
        if (rows.stream().anyMatch(hasBytes)) {
            marks(json, "trustalloc", row -> Trust.ofBytes(row.allocated()).mark());
        }
        Predicate<Row> isMeasured = row -> !row.histogram().isEmpty();
        known(json, "p50", isMeasured, row -> row.histogram().quantile(0.5));
        known(json, "p99", isMeasured, row -> row.histogram().quantile(0.99));
        known(json, "max", isMeasured, row -> row.histogram().max());
        if (rows.stream().anyMatch(isMeasured)) {
            marks(json, "trustdurations", MethodRows::markOfDurations);
        }
    }

    private static String markOfDurations(Row row) {
        Histogram histogram = row.histogram();
        return !histogram.isEmpty() && histogram.samples() < row.calls() ? Trust.SAMPLE.mark() : "";
    }

    /** A column of numbers that were summed up by method. */
    void column(Json json, String name, long[] byMethod) {
        column(json, name, row -> byMethod[row.stats().index()]);
    }

    private void column(Json json, String name, ToLongFunction<Row> number) {
        json.key(name).startArray();
        rows.forEach(row -> json.value(number.applyAsLong(row)));
        json.endArray();
    }

    private void marks(Json json, String name, Function<Row, String> mark) {
        json.key(name).startArray();
        rows.forEach(row -> json.value(mark.apply(row)));
        json.endArray();
    }

    private void known(Json json, String name, Predicate<Row> isKnown, ToDoubleFunction<Row> number) {
        if (rows.stream().anyMatch(isKnown)) {
            column(json, name, row -> isKnown.test(row) ? Math.round(number.applyAsDouble(row)) : -1);
        }
    }
}
