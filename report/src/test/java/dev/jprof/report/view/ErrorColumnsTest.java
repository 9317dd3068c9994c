package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.Trees;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorColumnsTest {
    private static final List<Column> ALLOC = List.of(Column.ALLOC, Column.TOTAL_ALLOC, Column.NAME);

    @Test
    void columns_are_named_in_which_something_is_marked() {
        assertThat(ErrorColumns.hint(EnumSet.of(Column.ALLOC), ALLOC)).isEqualTo("--columns allocerr says how far");
        assertThat(ErrorColumns.hint(EnumSet.of(Column.SELF), Column.DEFAULT))
                .isEqualTo("--columns toterr says how far");
        assertThat(ErrorColumns.hint(EnumSet.of(Column.TOTAL, Column.SELF), Column.DEFAULT))
                .isEqualTo("--columns toterr,cumerr say how far");
    }

    @Test
    void what_is_printed_need_not_be_asked_for() {
        List<Column> both = List.of(Column.SELF, Column.SELF_ERROR, Column.TOTAL, Column.NAME);

        assertThat(ErrorColumns.hint(EnumSet.of(Column.SELF), both)).isEqualTo("± says how far");
        assertThat(ErrorColumns.hint(EnumSet.of(Column.SELF, Column.TOTAL), both))
                .isEqualTo("--columns cumerr says how far");
    }

    @Test
    void a_table_names_them_below_itself() {
        Profile profile = Trees.of("main/run 1 1000000000");
        CallTree tree = profile.tree();
        Map<Metric, long[]> columns = new LinkedHashMap<>(tree.columns());
        columns.put(Metric.ALLOC, new long[] {0, 100_000_000});
        columns.put(Metric.ALLOC_SPREAD, new long[] {0, 100_000_000});
        CallTree measured = new CallTree(new int[] {-1, 0}, new int[] {-1, 0}, columns);
        Profile allocating = new Profile(profile.meta(), profile.methods(), profile.threads(), measured);
        Table table = Table.of(allocating, Grouping.METHOD, SortOrder.parse(List.of("alloc"), false), List.of());

        assertThat(table.remarks(ALLOC, new Numbers(Unit.S, false)))
                .containsExactly("~ an estimate that may be more than a tenth off: --columns allocerr says how far");
    }
}
