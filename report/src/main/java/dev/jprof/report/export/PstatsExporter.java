package dev.jprof.report.export;

import dev.jprof.report.model.Costs;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The file that {@code python -m pstats} and snakeviz open: a marshalled dict from function to (primitive calls, calls, self,
 * total, callers), where callers is a dict from function to (calls, primitive calls, self, total), in that other order.
 * Times are seconds. Rows stand in the order of the profile's methods, keys as {@link PstatsKeys} names them.
 * Python refuses a file without rows, here as from cProfile.
 */
public final class PstatsExporter implements Exporter {
    private static final double NS_PER_SECOND = 1e9;

    @Override
    public void write(Profile profile, OutputStream out) throws IOException {
        Marshal marshal = new Marshal(out);
        MethodTable table = MethodTable.of(profile);
        List<PstatsKey> keys = PstatsKeys.of(profile);
        Map<Integer, List<Edge>> callers = table.callers();
        marshal.startDict();
        for (MethodStats row : table.rows()) {
            key(marshal, keys.get(row.index()));
            marshal.tuple(5);
            marshal.integer(row.primitiveCalls());
            marshal.integer(row.calls());
            times(marshal, row.costs());
            callers(marshal, keys, callers.getOrDefault(row.index(), List.of()));
        }
        marshal.endDict();
        out.flush();
    }

    private static void callers(Marshal marshal, List<PstatsKey> keys, List<Edge> edges) throws IOException {
        marshal.startDict();
        for (Edge edge : edges) {
            key(marshal, keys.get(edge.caller()));
            marshal.tuple(4);
            marshal.integer(edge.calls());
            marshal.integer(edge.primitiveCalls());
            times(marshal, edge.costs());
        }
        marshal.endDict();
    }

    private static void key(Marshal marshal, PstatsKey key) throws IOException {
        marshal.tuple(3);
        marshal.text(key.file());
        marshal.integer(key.line());
        marshal.text(key.function());
    }

    private static void times(Marshal marshal, Costs costs) throws IOException {
        marshal.real(costs.self() / NS_PER_SECOND);
        marshal.real(costs.total() / NS_PER_SECOND);
    }
}
