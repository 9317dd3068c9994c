package dev.jprof.report.html;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.MethodTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Who called whom, for the sandwich. A caller that is one more than the last method is the thread itself. */
final class EdgeColumns {
    private final List<Edge> edges;

    EdgeColumns(MethodTable table) {
        edges = new ArrayList<>(table.edges());
        addThreads(table);
    }

    /** Nothing at the top of a thread is recursive, so a sum will do. */
    private void addThreads(MethodTable table) {
        CallTree tree = table.profile().tree();
        int methods = table.profile().methods().size();
        long[] calls = new long[methods];
        long[] self = new long[methods];
        long[] total = new long[methods];
        boolean[] called = new boolean[methods];
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isRoot(node) && tree.isRoot(tree.parent(node))) {
                int method = tree.method(node);
                called[method] = true;
                calls[method] += tree.calls(node);
                self[method] += tree.self(node);
                total[method] += tree.total(node);
            }
        }
        for (int method = 0; method < methods; method++) {
            if (called[method]) {
                Costs costs = new Costs(calls[method], calls[method], self[method], total[method]);
                edges.add(new Edge(methods, method, costs));
            }
        }
    }

    /** Columns whose names begin with {@code prefix}. */
    void write(Block block, String prefix) {
        column(block, prefix + "caller", Edge::caller);
        column(block, prefix + "callee", Edge::callee);
        column(block, prefix + "calls", Edge::calls);
        column(block, prefix + "primitive", Edge::primitiveCalls);
        column(block, prefix + "self", Edge::self);
        column(block, prefix + "total", Edge::total);
    }

    private void column(Block block, String name, ToLongFunction<Edge> number) {
        for (Edge edge : edges) {
            block.add(number.applyAsLong(edge));
        }
        block.end(name);
    }
}
