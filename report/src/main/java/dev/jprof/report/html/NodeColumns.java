package dev.jprof.report.html;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Histograms;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.NodeBars;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Trust;
import dev.jprof.report.view.Unit;
import java.util.Arrays;
import java.util.List;

/** What the page knows of each node, as columns in the order of a {@link PageTree}. */
final class NodeColumns {
    /** The marks of trust as {@code trust} numbers them. */
    static final List<String> TRUST =
            Arrays.stream(Trust.values()).map(Trust::mark).distinct().toList();

    private static final int NONE = -1;

    private final Profile profile;
    private final PageTree tree;

    NodeColumns(Profile profile, PageTree tree) {
        this.profile = profile;
        this.tree = tree;
    }

    void shape(Block block) {
        block.column("ascents", tree.ascents());
        new Labels(tree, profile.methods().size()).write(block);
    }

    /**
     * A metric's sum over each node and all below it: of a first child, what it leaves of its caller's, of others the sum itself.
     * What a node has itself is what its children leave of its sum.
     */
    void measure(Block block, String name, Metric metric) {
        long[] total = tree.totals(metric);
        for (int node = 0; node < total.length; node++) {
            block.add(tree.isFirstChild(node) ? total[node - 1] - total[node] : total[node]);
        }
        block.end(name);
    }

    void own(Block block, Metric metric) {
        long[] column = profile.tree().column(metric);
        int[] source = tree.sources();
        for (int node = 0; node < source.length; node++) {
            block.add(tree.isCall(node) ? column[source[node]] : 0);
        }
        block.end(metric.name());
    }

    /** How far times may be off, in two digits, and what that makes of them: a mark for self and one for total. */
    void bars(Block block) {
        NodeBars bars = NodeBars.of(profile);
        int[] source = tree.sources();
        int[] self = new int[source.length];
        int[] total = new int[source.length];
        int[] trust = new int[source.length];
        for (int node = 1; node < source.length; node++) {
            if (tree.isCall(node)) {
                double selfBar = bars.self(source[node]);
                double totalBar = bars.total(source[node]);
                self[node] = Digits.TWO.code(selfBar);
                total[node] = Digits.TWO.code(totalBar);
                Trust ofSelf = bars.isMostlyProbes(source[node])
                        ? Trust.UNRELIABLE
                        : Trust.of(profile.tree().self(source[node]), selfBar, Unit.AUTO);
                Trust ofTotal = Trust.of(profile.tree().total(source[node]), totalBar, Unit.AUTO);
                trust[node] = TRUST.indexOf(ofSelf.mark()) * TRUST.size() + TRUST.indexOf(ofTotal.mark());
            }
        }
        block.column("selfbar", self);
        block.column("totalbar", total);
        block.column("trust", trust);
    }

    /** How far a node's allocated bytes may be off, in two digits: two standard errors, as of times. */
    void allocationBars(Block block) {
        long[] spread = tree.own(Metric.ALLOC_SPREAD);
        for (long squareKib : spread) {
            block.add(Digits.TWO.code(2 * Math.sqrt(squareKib) * 1024));
        }
        block.end("allocbar");
    }

    /** How long calls of single nodes took. */
    void histograms(Block block) {
        CallTree calls = profile.tree();
        int[] placeOf = new int[calls.size()];
        Arrays.fill(placeOf, NONE);
        Histograms all = calls.histograms();
        for (int place = 0; place < all.size(); place++) {
            placeOf[all.owner(place)] = place;
        }
        HistogramColumns columns = new HistogramColumns();
        for (int node = 1; node < tree.size(); node++) {
            int source = tree.sources()[node];
            if (placeOf[source] != NONE) {
                columns.add(node, all, placeOf[source], calls.calls(source), calls.total(source));
            }
        }
        columns.write(block, "node histograms ");
    }
}
