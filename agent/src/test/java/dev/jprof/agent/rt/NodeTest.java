package dev.jprof.agent.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 1000, 1 << 20})
    void every_child_is_found_whatever_the_ids(int range) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Node parent = new Recorder(false).root();
            Set<Integer> ids = new LinkedHashSet<>();
            for (int i = 0; i < 100; i++) {
                int id = random.nextInt(range);
                if (ids.add(id)) {
                    assertThat(parent.kid(id)).isNull();
                    parent.add(new Node(id, id, parent, parent.part.recorder, false));
                }
                assertThat(ids)
                        .allSatisfy(known -> assertThat(parent.kid(known).id).isEqualTo(known));
            }
            assertThat(parent.copyKids(new Node[0], 0)).isEqualTo(ids.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17})
    void two_ids_that_differ_in_a_high_bit_do_not_blow_up_the_table(int kids) {
        Node parent = new Recorder(false).root();
        for (int i = 0; i < kids; i++) {
            parent.add(new Node(5 + (i << 20), 0, parent, parent.part.recorder, false));
        }

        assertThat(Cell.MEMORY.getInt(parent.cell + Cell.MASK)).isLessThan(32 * kids * 2);
        assertThat(parent.copyKids(new Node[0], 0)).isEqualTo(kids);
    }
}
