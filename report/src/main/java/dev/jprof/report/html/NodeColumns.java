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
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What the page knows of each node, as columns in the order of a {@link PageTree}. */
final class NodeColumns {
    /** The marks of trust as {@code trust} numbers them. */
    static final List<String> TRUST =
            Arrays.stream(Trust.values()).map(Trust::mark).distinct().toList();

    /** So many take some three megabytes of a page. */
    private static final int MOST_HISTOGRAMS = 150_000;

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

    /** How far a node's allocated bytes may be off, in two digits: two standard errors, as of times. */
    void allocationBars(Block block) {
        long[] spread = tree.own(Metric.ALLOC_SPREAD);
        for (long squareKib : spread) {
            block.add(twoDigits(2 * Math.sqrt(squareKib) * 1024));
        }
        block.end("allocbar");
    }

    /** Below 100 the number itself, then 90 numbers for each power of ten. */
    static int twoDigits(double value) {
        double unit = 1;
        int zeros = 0;
        while (Math.rint(value / unit) >= 100) {
            unit *= 10;
            zeros++;
        }
        return 90 * zeros + (int) Math.rint(value / unit);
    }

    /** Of the dearest nodes, if there are more than a page can carry. */
    void histograms(Block block) {
        int[] placeOf = dearestPlaces(profile.tree());
        HistogramColumns columns = new HistogramColumns();
        for (int node = 1; node < tree.size(); node++) {
            int place = placeOf[tree.sources()[node]];
            if (place >= 0) {
                columns.add(node, profile.tree().histograms().at(place));
            }
        }
        columns.write(block, "node histograms ");
    }

    /** The place of each node's histogram, -1 for those that have none or have to go. */
    private static int[] dearestPlaces(CallTree tree) {
        Histograms all = tree.histograms();
        long[] totals = IntStream.range(0, all.size())
                .mapToLong(place -> tree.total(all.owner(place)))
                .toArray();
        long[] sorted = totals.clone();
        Arrays.sort(sorted);
        long least = all.size() > MOST_HISTOGRAMS ? sorted[all.size() - MOST_HISTOGRAMS] : -1;
        long equalOnes = MOST_HISTOGRAMS
                - LongStream.of(totals).filter(total -> total > least).count();
        int[] placeOf = new int[tree.size()];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < totals.length; place++) {
            if (totals[place] > least || totals[place] == least && equalOnes-- > 0) {
                placeOf[all.owner(place)] = place;
            }
        }
        return placeOf;
    }

    /** How many nodes have a histogram that is not in the page. */
    int histogramsLeftOut() {
        return Math.max(0, profile.tree().histograms().size() - MOST_HISTOGRAMS);
    }
}
