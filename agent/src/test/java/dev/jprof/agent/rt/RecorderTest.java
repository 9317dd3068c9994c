package dev.jprof.agent.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with a clock of its own: no sleeping, exact numbers. */
class RecorderTest {
    private static final int MAIN = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final FakeRecorder recorder = new FakeRecorder();

    /** Exact reads say {@link #time}; the coarse clock is what a test hands in. */
    private static final class FakeRecorder extends Recorder {
        long time;

        FakeRecorder() {
            super(false);
        }

        @Override
        long exactTime() {
            return time;
        }

        long enter(int id) {
            return enter(id, time);
        }

        void exit(long parent) {
            exit(parent, time);
        }
    }

    @Test
    void time_goes_to_the_method_that_runs() {
        long top = recorder.enter(MAIN);
        recorder.time += 10;
        long main = recorder.enter(A);
        recorder.time += 5;
        recorder.exit(main);
        recorder.time += 1;
        recorder.exit(top);

        assertThat(tree()).isEqualTo("1(x1:11) 2(x1:5)");
    }

    @Test
    void making_nodes_takes_setup_time_and_going_back_to_them_none() {
        long before = SetupTime.soFar();
        enterAndExit(64);
        long made = SetupTime.soFar();
        enterAndExit(64);

        assertThat(made).isGreaterThan(before);
        assertThat(SetupTime.soFar()).isEqualTo(made);
    }

    @Test
    void weaving_is_part_of_the_time_of_the_method_that_needs_the_class() {
        long top = recorder.enter(MAIN);
        recorder.time += 10;
        weave(1000);
        recorder.time += 5;
        long main = recorder.enter(A);
        weave(20);
        weave(300);
        recorder.exit(main);
        recorder.exit(top);

        Node node = recorder.root().kid(MAIN);
        assertThat(tree()).isEqualTo("1(x1:1015) 2(x1:320)");
        assertThat(node.weaving).isEqualTo(1000);
        assertThat(node.kid(A).weaving).isEqualTo(320);
        assertThat(recorder.root().weaving).isZero();
    }

    @Test
    void weaving_is_no_part_of_how_long_a_call_took() {
        long top = recorder.enter(MAIN);
        weave(4_000_000);
        long main = recorder.enter(A);
        recorder.time += 3000;
        recorder.weaving.begin();
        weave(6_000_000);
        recorder.time += 50_000;
        recorder.weaving.end();
        recorder.exit(main);
        recorder.exit(top);

        Node node = recorder.root().kid(MAIN);
        assertThat(node.kid(A).durations.early().max()).isEqualTo(3000);
        assertThat(node.durations.early().max()).isEqualTo(3000);
    }

    private void weave(long nanos) {
        recorder.weaving.begin();
        recorder.time += nanos;
        recorder.weaving.end();
    }

    private void enterAndExit(int methods) {
        for (int id = 0; id < methods; id++) {
            recorder.exit(recorder.enter(id));
        }
    }

    @Test
    void recursion_is_a_chain() {
        long first = recorder.enter(A);
        long second = recorder.enter(A);
        recorder.time += 3;
        recorder.exit(second);
        recorder.exit(first);

        assertThat(tree()).isEqualTo("2(x1:0) 2(x1:3)");
    }

    @Test
    void an_exception_ends_all_calls_up_to_the_handler() {
        long top = recorder.enter(MAIN);
        long main = recorder.enter(A);
        recorder.enter(B);
        recorder.time += 2;
        recorder.fail(main, A, recorder.time);
        recorder.caught(top, MAIN, recorder.time);
        long back = recorder.enter(B);
        recorder.exit(back);
        recorder.exit(top);

        assertThat(tree()).isEqualTo("1(x1:0) 2(x1:0!1) 3(x1:2!1) 3(x1:0)");
        assertThat(recorder.current()).isSameAs(recorder.root());
    }

    @Test
    void a_missed_exit_is_repaired_by_the_next_one() {
        long top = recorder.enter(MAIN);
        recorder.enter(A);
        recorder.exit(top);

        assertThat(recorder.current()).isSameAs(recorder.root());
    }

    @Test
    void a_leaf_is_counted_under_its_caller_and_takes_no_time() {
        long top = recorder.enter(MAIN);
        for (int i = 0; i < 1000; i++) {
            recorder.countLeaf(A);
        }
        recorder.time += 7;
        recorder.failLeaf(A);
        recorder.exit(top);

        assertThat(tree()).isEqualTo("1(x1:7) 2(x1000:0!1)");
    }

    @Test
    void a_method_that_is_called_often_is_left_to_the_coarse_clock() {
        long top = recorder.enter(MAIN);
        for (int i = 0; i < 100; i++) {
            long main = recorder.enter(A, 0);
            recorder.time++;
            recorder.exit(main, 0);
        }
        recorder.exit(top);

        assertThat(recorder.root().kid(MAIN).kid(A).key()).isPositive();
        assertThat(tree()).isEqualTo("1(x1:52) 2(x100:48)");
    }

    @Test
    void a_method_that_is_called_now_and_then_stays_exact_though_the_ticker_stands_still() {
        long top = recorder.enter(MAIN);
        for (int i = 0; i < 100; i++) {
            long main = recorder.enter(A, 0);
            recorder.time += 900000;
            recorder.exit(main, 0);
            recorder.time += 100000;
        }
        recorder.exit(top);

        assertThat(tree()).isEqualTo("1(x1:10000000) 2(x100:90000000)");
    }

    @Test
    void an_exact_read_takes_nothing_from_coarse_children() {
        long top = recorder.enter(MAIN);
        Random random = new Random(1);
        long tick = 0;
        for (int burst = 0; burst < 10000; burst++) {
            long main = recorder.enter(A, tick);
            for (int i = 0; i < 100; i++) {
                long a = recorder.enter(B, tick);
                recorder.time += 10000;
                if (recorder.time > tick + 500000 + random.nextInt(1000000)) {
                    tick = recorder.time - random.nextInt(10000);
                }
                recorder.exit(a, tick);
            }
            recorder.exit(main, tick);
        }
        recorder.exit(top, recorder.time);

        assertThat(recorder.root().kid(MAIN).kid(A).kid(B).self).isGreaterThan(recorder.time / 100 * 98);
    }

    @Test
    void the_clock_never_goes_back() {
        long top = recorder.enter(MAIN);
        recorder.time = 100;
        long main = recorder.enter(A, 100);
        recorder.time = 50;
        recorder.exit(main, 20);
        recorder.exit(top, 30);

        assertThat(tree()).isEqualTo("1(x1:100) 2(x1:0)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void self_times_sum_to_the_time_that_passed(int seed) {
        Random random = new Random(seed);
        Deque<Long> parents = new ArrayDeque<>();
        long tick = 0;
        for (int step = 0; step < 20000; step++) {
            recorder.time += random.nextInt(20);
            if (random.nextInt(10) == 0) {
                tick = recorder.time;
            }
            if (random.nextInt(100) == 0) {
                weave(random.nextInt(100));
            }
            if (parents.isEmpty() || parents.size() < 50 && random.nextBoolean()) {
                parents.push(recorder.enter(random.nextInt(30), tick));
            } else {
                recorder.exit(parents.pop(), tick);
            }
        }
        while (!parents.isEmpty()) {
            recorder.exit(parents.pop(), recorder.time);
        }

        assertThat(sumOfSelf(recorder.root()) + recorder.uncharged(recorder.time))
                .isEqualTo(recorder.time);
    }

    private long sumOfSelf(Node top) {
        Deque<Node> todo = new ArrayDeque<>();
        todo.push(top);
        long sum = 0;
        while (!todo.isEmpty()) {
            Node node = todo.pop();
            sum += node.self + recorder.undecided(node);
            for (Node kid : kids(node)) {
                todo.push(kid);
            }
        }
        return sum;
    }

    private static Node[] kids(Node node) {
        Node[] kids = new Node[node.copyKids(new Node[0], 0)];
        node.copyKids(kids, 0);
        return kids;
    }

    /** Each node as {@code id(xcalls:self!errors)}, callers first. */
    private String tree() {
        StringBuilder text = new StringBuilder();
        Deque<Node> todo = new ArrayDeque<>();
        todo.push(recorder.root());
        while (!todo.isEmpty()) {
            Node node = todo.pop();
            if (node != recorder.root()) {
                text.append(text.length() == 0 ? "" : " ").append(node.id).append("(x");
                text.append(node.calls()).append(':').append(node.self);
                text.append(node.errors == 0 ? ")" : "!" + node.errors + ")");
            }
            Node[] kids = kids(node);
            for (int i = kids.length - 1; i >= 0; i--) {
                todo.push(kids[i]);
            }
        }
        return text.toString();
    }
}
