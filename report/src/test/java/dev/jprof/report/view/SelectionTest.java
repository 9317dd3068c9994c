package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.model.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final Profile PROFILE = Trees.of("main/a 2 30", "main/b 3 10", "main/c 2 20", "main/d 1 10");

    @ParameterizedTest
    @ValueSource(
            strings = {"ca", "call", "cu", "cumt", "cumu", "f", "file", "l", "m", "na", "nc", "nf", "p", "s", "ti", "to"
            })
    void what_only_one_key_begins_with_is_that_key(String prefix) {
        assertThat(SortOrder.parse(List.of(prefix), false).keys()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "c, ambiguous",
        "n, ambiguous",
        "t, ambiguous",
        "cum, ambiguous",
        "tme, unknown",
        "'', unknown",
        "TIME, unknown"
    })
    void another_word_is_refused_in_one_line_that_names_the_keys(String word, String problem) {
        assertThatThrownBy(() -> SortOrder.parse(List.of(word), false))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(problem + " sort key '" + word + "'")
                .hasMessageContaining("cumulative")
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_nearest_key_is_named_first() {
        assertThatThrownBy(() -> SortOrder.parse(List.of("tottme"), false))
                .hasMessageContaining("nearest first, are tottime, ");
    }

    @Test
    void keys_with_commas_and_repeated_ones_sort_from_left_to_right() {
        assertThat(sorted(SortOrder.parse(List.of("calls,time"), false))).containsExactly("b", "a", "c", "d");
        assertThat(sorted(SortOrder.parse(List.of("calls", "stdname"), false))).containsExactly("b", "a", "c", "d");
        assertThat(sorted(SortOrder.parse(List.of("time", "calls"), true))).containsExactly("d", "b", "c", "a");
    }

    @Test
    void limits_apply_from_left_to_right_and_only_those_that_take_rows_away_are_announced() {
        List<Restriction> limits = List.of(
                Restriction.parse("[abc]"), Restriction.parse("10"), Restriction.parse("0.5"), Restriction.parse("1"));
        Selection<Row> selection = Selection.of(rows(), SortOrder.parse(List.of("name"), false), limits);

        assertThat(selection.announcement())
                .containsExactly(
                        "   Ordered by: function name",
                        "   List reduced from 4 to 3 due to restriction <'[abc]'>",
                        "   List reduced from 3 to 2 due to restriction <0.5>",
                        "   List reduced from 2 to 1 due to restriction <1>");
        assertThat(selection.rows()).extracting(Row::printed).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "-0.1", "2e3", "(", "*", "[a", "(?P<a>x)(?P<a>y)"})
    void a_bad_limit_is_refused_in_one_line(String limit) {
        assertThatThrownBy(() -> Restriction.parse(limit))
                .isInstanceOf(UsageException.class)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'{java.lang.Math.sin}', true",
        "'^{', true",
        "'sin}$', true",
        "'[[{]java', true",
        "'(?P<x>Math)[.]sin', true",
        "'(?P<x>a)v(?P=x)', true",
        "'a{2}', false",
        "'av{,2}a', true",
        "'[]{]java', true",
        "'[a&&b]th', true",
        "'sin}\\Z', true"
    })
    void limits_are_read_as_python_reads_them(String regex, boolean found) {
        assertThat(PythonRegex.compile(regex).matcher("{java.lang.Math.sin}").find())
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30, 0.3",
        "1e-5, 1e-05",
        "0.0001, 0.0001",
        "12345678e-18, 1.2345678e-11",
        "0., 0.0",
        ".123456789012345678, 0.12345678901234568",
        "2e-3, 0.002"
    })
    void a_share_is_announced_as_python_writes_it(String limit, String announced) {
        assertThat(Restriction.parse(limit).label()).isEqualTo(announced);
    }

    @Test
    void overloads_are_told_apart_and_what_harms_a_terminal_is_escaped() {
        Names names = new Names(SampleProfiles.small());

        assertThat(names.printed(0)).isEqualTo("com.acme.Main.main(Main.java:12)");
        assertThat(names.printed(2)).isEqualTo("com.acme.Work.add(int, int)(Work.java:40)");
        assertThat(names.printed(3)).isEqualTo("com.acme.Work.add(long, List[])(Work.java:44)");
        assertThat(names.printed(4)).isEqualTo("com.acme.Work.<init>(Work.java:7)");
        assertThat(names.printed(6)).isEqualTo("{java.lang.Math.sin}");
        assertThat(names.printed(8)).isEqualTo("evil.x\\u001b[31m\\u202e");
        assertThat(names.printed(10)).isEqualTo("[overflow]");
    }

    private static List<String> sorted(SortOrder order) {
        return order.sorted(rows()).stream().map(Row::printed).toList();
    }

    private static List<Row> rows() {
        return Row.of(MethodTable.of(PROFILE), new Names(PROFILE));
    }
}
