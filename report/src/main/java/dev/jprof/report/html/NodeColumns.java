package dev.jprof.report.html;

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

    private final Profile profile;
    private final PageTree tree;

    NodeColumns(Profile profile, PageTree tree) {
        this.profile = profile;
        this.tree = tree;
    }

    void shape(Block block) {
        block.column("ascents", tree.ascents());
        block.column("labels", tree.labels());
    }

    /** A metric of all nodes, then what lies below the nodes that have children: below the others is nothing. */
    void measure(Block block, String name, Metric metric) {
        long[] own = tree.own(metric);
        block.column(name, own);
        long[] below = tree.below(own);
        for (int node = 0; node < below.length; node++) {
            if (tree.hasChildren(node)) {
                block.add(below[node]);
            }
        }
        block.end(name + " below");
    }

    void own(Block block, Metric metric) {
        block.column(metric.name(), tree.own(metric));
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
                self[node] = twoDigits(selfBar);
                total[node] = twoDigits(totalBar);
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

    /** Below 100 the number itself, then 90 numbers for each power of ten. */
    static int twoDigits(double value) {
        double rounded = Math.rint(value);
        int zeros = 0;
        while (rounded >= 100) {
            zeros++;
            rounded = Math.rint(value / Math.pow(10, zeros));
        }
        return 90 * zeros + (int) rounded;
    }

    void histograms(Block block) {
        Histograms all = profile.tree().histograms();
        int[] placeOf = new int[profile.tree().size()];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < all.size(); place++) {
            placeOf[all.owner(place)] = place;
        }
        HistogramColumns columns = new HistogramColumns();
        for (int node = 1; node < tree.size(); node++) {
            int place = placeOf[tree.sources()[node]];
            if (place >= 0) {
                columns.add(node, all.at(place));
            }
        }
        columns.write(block, "node histograms ");
    }
}
