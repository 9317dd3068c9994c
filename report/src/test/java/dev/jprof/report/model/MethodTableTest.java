package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MethodTableTest {
    @Test
    void recursive_calls_add_the_outermost_total_once() {
        Profile profile = Trees.of("main/f 1 10", "main/f/f 2 20", "main/f/f/f 4 40", "main/f/f/f/g 1 5");

        assertThat(costs(profile, "f")).isEqualTo(new Costs(7, 1, 70, 75));
        assertThat(costs(profile, "g")).isEqualTo(new Costs(1, 1, 5, 5));
    }

    @Test
    void an_edge_has_a_recursion_level_of_its_own() {
        Profile profile = Trees.of("main/f 1 10", "main/f/f 2 20", "main/f/f/f 4 40");

        assertThat(edge(profile, "f", "f")).isEqualTo(new Costs(6, 2, 60, 60));
    }

    @Test
    void mutual_recursion_keeps_its_edges_apart() {
        Profile profile = Trees.of("main/a 1 1", "main/a/b 1 2", "main/a/b/a 1 4", "main/a/b/a/b 1 8");

        assertThat(costs(profile, "a")).isEqualTo(new Costs(2, 1, 5, 15));
        assertThat(edge(profile, "a", "b")).isEqualTo(new Costs(2, 1, 10, 14));
        assertThat(edge(profile, "b", "a")).isEqualTo(new Costs(1, 1, 4, 12));
    }

    @Test
    void siblings_are_all_outermost() {
        Profile profile = Trees.of("main/a 1 1", "main/a/x 2 3", "main/b 1 1", "main/b/x 4 5");

        assertThat(costs(profile, "x")).isEqualTo(new Costs(6, 6, 8, 8));
        assertThat(edge(profile, "b", "x")).isEqualTo(new Costs(4, 4, 5, 5));
    }

    @Test
    void each_thread_has_recursion_levels_of_its_own() {
        Profile profile = Trees.of("main/f 1 10", "other/f 1 20", "other/g 1 1");
        MethodTable table = MethodTable.of(profile);

        assertThat(costs(profile, "f")).isEqualTo(new Costs(2, 2, 30, 30));
        assertThat(table.rows()).extracting(MethodStats::threads).containsExactly(2L, 1L);
    }

    @Test
    void calls_from_a_root_have_no_edge_and_unused_methods_no_row() {
        Profile profile = Trees.of("main/f 1 10");
        Profile unused = new Profile(
                profile.meta(),
                List.of(
                        new Method("", "unused", "", "", 0, Method.Kind.JAVA, true),
                        profile.methods().get(0)),
                profile.threads(),
                new CallTree(new int[] {-1, 0}, new int[] {-1, 1}, Map.of()));

        assertThat(MethodTable.of(profile).edges()).isEmpty();
        assertThat(MethodTable.of(unused).rows()).extracting(MethodStats::index).containsExactly(1);
    }

    @Test
    void random_tables_agree_with_walking_up_every_path() {
        for (long seed = 0; seed < 500; seed++) {
            Profile profile = RandomProfiles.profile(seed);

            MethodTable table = MethodTable.of(profile);

            for (MethodStats row : table.rows()) {
                assertThat(row.costs()).as("seed %d, %s", seed, row.method()).isEqualTo(slowly(profile, row.index()));
            }
            for (Edge edge : table.edges()) {
                assertThat(edge.costs()).as("seed %d, %s", seed, edge).isEqualTo(slowly(profile, edge));
            }
        }
    }

    @Test
    void a_chain_of_a_million_calls_is_one_loop() {
        int depth = 1_000_000;
        int[] parent = new int[depth];
        int[] method = new int[depth];
        long[] ones = new long[depth];
        Arrays.setAll(parent, node -> node - 1);
        method[0] = -1;
        Arrays.fill(ones, 1);
        CallTree tree = new CallTree(parent, method, Map.of(Metric.CALLS, ones, Metric.SELF, ones));
        Method f = new Method("C", "f", "()V", "", 0, Method.Kind.JAVA, true);
        Profile profile = new Profile(new Meta(Map.of()), List.of(f), List.of(new ThreadRow("main", 1, 0, 1)), tree);

        MethodTable table = MethodTable.of(profile);

        assertThat(table.rows().get(0).costs()).isEqualTo(new Costs(depth - 1, 1, depth - 1, depth - 1));
        assertThat(table.edges().get(0).costs()).isEqualTo(new Costs(depth - 2, 1, depth - 2, depth - 2));
        assertThat(TreeFilter.hide(profile, any -> true).tree().total(0)).isEqualTo(depth);
        assertThat(ProfileMerge.merge(List.of(profile, profile)).tree().size()).isEqualTo(depth);
    }

    private static Costs slowly(Profile profile, int method) {
        CallTree tree = profile.tree();
        long[] sums = new long[4];
        for (int node = 0; node < tree.size(); node++) {
            if (tree.method(node) == method) {
                boolean outermost = true;
                for (int above = tree.parent(node); above >= 0; above = tree.parent(above)) {
                    outermost &= tree.method(above) != method;
                }
                add(sums, tree, node, outermost);
            }
        }
        return new Costs(sums[0], sums[1], sums[2], sums[3]);
    }

    private static Costs slowly(Profile profile, Edge edge) {
        CallTree tree = profile.tree();
        long[] sums = new long[4];
        for (int node = 0; node < tree.size(); node++) {
            if (isEdge(tree, node, edge)) {
                boolean outermost = true;
                for (int above = tree.parent(node); above >= 0; above = tree.parent(above)) {
                    outermost &= !isEdge(tree, above, edge);
                }
                add(sums, tree, node, outermost);
            }
        }
        return new Costs(sums[0], sums[1], sums[2], sums[3]);
    }

    private static boolean isEdge(CallTree tree, int node, Edge edge) {
        return !tree.isRoot(node)
                && tree.method(node) == edge.callee()
                && tree.method(tree.parent(node)) == edge.caller();
    }

    private static void add(long[] sums, CallTree tree, int node, boolean outermost) {
        sums[0] += tree.calls(node);
        sums[1] += outermost ? tree.calls(node) : 0;
        sums[2] += tree.self(node);
        sums[3] += outermost ? tree.total(node) : 0;
    }

    private static Costs costs(Profile profile, String name) {
        return MethodTable.of(profile).rows().stream()
                .filter(row -> row.method().name().equals(name))
                .map(MethodStats::costs)
                .findFirst()
                .orElseThrow();
    }

    private static Costs edge(Profile profile, String caller, String callee) {
        MethodTable table = MethodTable.of(profile);
        return table.edges().stream()
                .filter(edge -> table.method(edge.caller()).name().equals(caller)
                        && table.method(edge.callee()).name().equals(callee))
                .map(Edge::costs)
                .findFirst()
                .orElseThrow();
    }
}
