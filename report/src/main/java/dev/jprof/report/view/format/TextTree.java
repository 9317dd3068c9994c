package dev.jprof.report.view.format;

import dev.jprof.report.view.Column;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.TreeLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The call tree drawn with branches, numbers in front.
 *
 * @param report what stands around the tree
 * @param boxes whether the terminal shows box-drawing characters
 */
public record TextTree(TextReport report, boolean boxes) {
    /** Branches of deeper lines begin with their depth instead of a margin wider than any terminal. */
    private static final int DRAWN = 40;

    /** Without columns those that are usual. */
    public void write(Tree tree, List<Column> columns, Appendable out) throws IOException {
        report.summary(tree.summary(), out);
        if (!tree.order().equals(Tree.DEAREST)) {
            report.announcement(List.of("   Ordered by: " + tree.order().label()), out);
        }
        TextGrid.write(tree.drawn(names(tree), columns, report.numbers()), report.bold(), out);
        out.append('\n');
        report.foot(tree.remarks(columns, report.numbers()), tree.summary(), out);
    }

    private List<String> names(Tree tree) {
        BitSet ended = new BitSet();
        List<String> names = new ArrayList<>();
        for (TreeLine line : tree.lines()) {
            ended.set(line.depth(), line.last());
            names.add(branch(line, ended) + line.name());
        }
        return names;
    }

    private String branch(TreeLine line, BitSet ended) {
        if (line.depth() == 0) {
            return "";
        }
        StringBuilder branch = new StringBuilder();
        int first = Math.max(1, line.depth() - DRAWN);
        if (first > 1) {
            branch.append('[').append(line.depth()).append("] ");
        }
        for (int depth = first; depth < line.depth(); depth++) {
            branch.append(ended.get(depth) ? "   " : boxes ? "│  " : "|  ");
        }
        return branch.append(line.last() ? (boxes ? "└─ " : "`- ") : (boxes ? "├─ " : "+- "))
                .toString();
    }
}
