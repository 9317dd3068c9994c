package dev.jprof.cli.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private final Board board = new Board();
    private final Recorded recorded = new Recorded();

    @BeforeEach
    void twoSeconds() throws IOException {
        Replay program = new Replay(2);
        recorded.add(program.next());
        recorded.add(program.next());
    }

    @Test
    void the_last_second_is_half_of_what_was_since_the_start() {
        assertThat(screen(90, 9)).isEqualTo("""
                jprof top  4242 com.acme.Main
                methods by self, last: 15.3s, 34,554,127 calls
                 self%     self  total%    total        calls  method
                 81.1%    1.09s   99.7%    1.34s        1,007  com.acme.Work.add
                 18.6%    250ms   18.6%    250ms   34,552,942  {java.lang.Math.sin}
                  0.2%   3.20ms    0.2%   3.20ms          177  com.acme.Work.fib
                  0.0%    500us   93.3%    1.25s            1  com.acme.Main.main

                ? help  q quit  Tab view  i span  / find  p pause  r reset  w write  s t c sort
                """);
        board.press(Key.INTERVAL);
        assertThat(screen(90, 9)).contains("since start: 30.6s, 69,108,254 calls", "2.18s", " 2,014 ");
    }

    @Test
    void counting_begins_anew_when_reset() {
        board.press(Key.INTERVAL);
        recorded.reset();

        assertThat(screen(90, 9)).contains("since start: 0ns, 0 calls", "  no calls");
    }

    @Test
    void keys_choose_order_view_and_search() {
        board.press(Key.BY_CALLS);
        assertThat(screen(90, 9).lines().toList().get(3)).endsWith("{java.lang.Math.sin}");
        board.press(Key.BY_TOTAL);
        assertThat(screen(90, 9).lines().toList().get(4)).endsWith("com.acme.Main.main");
        board.press(Key.NEXT_VIEW);
        assertThat(screen(90, 9)).contains("threads by total", " main\n", " pool-1\n");
        board.press(Key.METHODS);
        board.press(Key.SEARCH);
        "WORK".codePoints().forEach(board::type);
        assertThat(screen(90, 9)).endsWith("/WORK\n");
        board.endTyping(false);
        assertThat(screen(90, 9)).contains("<WORK>", "Work.add", "Work.fib").doesNotContain("Math.sin");
        board.press(Key.ESCAPE);
        assertThat(screen(90, 9)).contains("Math.sin");
    }

    @Test
    void the_tree_opens_and_closes() {
        board.press(Key.TREE);
        assertThat(names()).containsExactly("+ main", "+ pool-1");
        board.open("main", true);
        assertThat(names()).containsExactly("- main", "  + com.acme.Main.main", "+ pool-1");
        board.open(picture().entries().get(1).path(), true);
        assertThat(names())
                .containsExactly(
                        "- main",
                        "  - com.acme.Main.main",
                        "    + com.acme.Work.add",
                        "    + com.acme.Work.fib",
                        "+ pool-1");
        board.open("main", false);
        assertThat(names()).containsExactly("+ main", "+ pool-1");
    }

    @Test
    void the_selected_line_stays_in_sight() {
        board.move(3);
        assertThat(screen(90, 6)).contains("Main.main").doesNotContain("Work.add");
        board.move(100);
        board.limit(picture().entries().size());
        assertThat(board.selected()).isEqualTo(3);
    }

    @Test
    void narrow_screens_leave_out_columns_and_packages() {
        assertThat(screen(40, 9)).isEqualTo("""
                jprof top  4242 com.acme.Main
                methods by self, last: 15.3s
                 self%     calls  method
                 81.1%     1,007  com.acme.Work.add
                 18.6% 34,552,942  {java.lang.Math.sin}
                  0.2%       177  com.acme.Work.fib
                  0.0%         1  com.acme.Main.main

                ? help  q quit  Tab view  i span  / find
                """);
    }

    @Test
    void very_narrow_ones_lose_packages_and_then_the_beginning() {
        assertThat(screen(33, 9)).contains("  acme.Work.add\n", "  {Math.sin}\n");
        assertThat(screen(24, 9)).contains("…k.add\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 40, 60, 75, 76, 100, 200})
    void no_line_is_wider_than_the_screen_and_none_is_lacking(int columns) {
        for (Key key : List.of(Key.METHODS, Key.THREADS, Key.TREE, Key.HELP)) {
            board.press(key);
            assertThat(lines(columns, 12)).hasSize(12).allMatch(line -> line.columnLength() <= columns);
        }
    }

    @Test
    void colours_are_used_where_they_are_wanted() {
        String coloured = ansi(new Frame("t", 80, 9, true));
        String plain = ansi(new Frame("t", 80, 9, false));

        assertThat(coloured).contains(";31;1m", "\u001b[33m");
        assertThat(plain).doesNotContain(";31", "\u001b[33").contains("\u001b[1m");
    }

    @Test
    void without_a_terminal_there_is_a_table_for_each_second_and_at_the_end() throws IOException, InterruptedException {
        StringWriter out = new StringWriter();
        new PlainTop(new Replay(3), out).print(0);

        assertThat(out.toString())
                .startsWith("jprof top  4242 com.acme.Main\n\n15.3s, 34,554,127 calls\n self%")
                .contains("process 4242 has ended\n45.9s, 103,662,381 calls\n");
        assertThat(out.toString().split("Work.add\n", -1)).hasSize(4);
    }

    private String screen(int columns, int rows) {
        StringBuilder text = new StringBuilder();
        lines(columns, rows)
                .forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
        return text.toString();
    }

    private List<AttributedString> lines(int columns, int rows) {
        return new Frame("jprof top  4242 com.acme.Main", columns, rows, false).lines(board, picture());
    }

    private String ansi(Frame frame) {
        StringBuilder text = new StringBuilder();
        frame.lines(board, picture()).forEach(line -> text.append(line.toAnsi()));
        return text.toString();
    }

    private Picture picture() {
        return Picture.of(board, recorded.shown(board.interval()));
    }

    private List<String> names() {
        return picture().entries().stream()
                .map(entry -> entry.mark() + entry.name())
                .toList();
    }
}
