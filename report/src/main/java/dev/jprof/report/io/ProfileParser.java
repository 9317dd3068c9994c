package dev.jprof.report.io;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The members of a profile.json, each read once and checked against those before it. Used once. */
final class ProfileParser {
    private static final String HISTOGRAMS = "histograms";

    private final Cursor cursor;
    private final Set<String> unneeded;
    private @Nullable Meta meta;
    private @Nullable List<Metric> metrics;
    private @Nullable List<Method> methods;
    private @Nullable List<ThreadRow> threads;
    private @Nullable CallTree tree;

    /** @param unneeded metrics that are passed over, and histograms if it is among them */
    ProfileParser(Cursor cursor, Set<String> unneeded) {
        this.cursor = cursor;
        this.unneeded = unneeded;
    }

    /** Reads from after the format to the end of the file. */
    Profile parse() throws ProfileFormatException {
        List<String> seen = new ArrayList<>(List.of("format"));
        cursor.restOfObject(seen, this::member);
        if (cursor.next() != JsonToken.NOT_AVAILABLE) {
            throw cursor.wrong("something follows the end of the profile");
        }
        Profile profile = new Profile(
                there("meta", meta), there("methods", methods), there("threads", threads), there("nodes", tree));
        checkRoots(profile);
        return profile;
    }

    private void member(String key) throws ProfileFormatException {
        switch (key) {
            case "meta" -> meta = new MetaParser(cursor).parse();
            case "metrics" -> metrics = new RowParser(cursor).metrics();
            case "methods" -> methods = new RowParser(cursor).methods();
            case "threads" -> threads = new RowParser(cursor).threads();
            case "nodes" -> tree = nodes();
            case HISTOGRAMS -> tree = histograms();
            default -> cursor.skip();
        }
    }

    private CallTree nodes() throws ProfileFormatException {
        if (metrics == null || methods == null) {
            throw cursor.wrong("\"metrics\" and \"methods\" must stand before \"nodes\"");
        }
        List<Metric> wanted = metrics.stream()
                .filter(metric -> !unneeded.contains(metric.name()))
                .toList();
        return new NodesParser(cursor, wanted, methods).parse();
    }

    private CallTree histograms() throws ProfileFormatException {
        if (tree == null) {
            throw cursor.wrong("\"nodes\" must stand before \"histograms\"");
        }
        if (unneeded.contains(HISTOGRAMS)) {
            cursor.skip();
            return tree;
        }
        return tree.with(new HistogramsParser(cursor, tree).parse());
    }

    private <T> T there(String key, @Nullable T value) throws ProfileFormatException {
        if (value == null) {
            throw cursor.wrongAt("/" + key, "the key is missing");
        }
        return value;
    }

    private void checkRoots(Profile profile) throws ProfileFormatException {
        CallTree tree = profile.tree();
        boolean[] used = new boolean[tree.size()];
        List<ThreadRow> rows = profile.threads();
        for (int row = 0; row < rows.size(); row++) {
            int root = rows.get(row).root();
            String place = "/threads/" + row + "/root";
            if (root >= tree.size() || !tree.isRoot(root)) {
                throw cursor.wrongAt(place, "node " + root + " is not a root");
            }
            if (used[root]) {
                throw cursor.wrongAt(place, "node " + root + " is the root of two threads");
            }
            used[root] = true;
        }
        for (int node = 0; node < used.length; node++) {
            if (tree.isRoot(node) && !used[node]) {
                throw cursor.wrongAt("/nodes/parent/" + node, "a root that belongs to no thread");
            }
        }
    }
}
