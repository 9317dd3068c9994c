package dev.jprof.report.view;

import dev.jprof.report.model.EdgeTable;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers for each of some methods who called it, or whom it called. Used once. */
final class RelativeLists {
    private static final int NO_LIST = -1;

    /** Stands for the thread itself, which calls the methods at the top of its tree. */
    private static final Method ROOT = new Method("", "[root]", "", "", 0, Method.Kind.SYNTHETIC, true);

    private final Profile profile;
    private final Names names;
    private final Direction direction;
    private final EdgeTable edges;
    private final int[] listOf;
    private final List<List<Row>> lists = new ArrayList<>();

    private RelativeLists(Profile profile, Names names, Direction direction) {
        this.profile = profile;
        this.names = names;
        this.direction = direction;
        this.edges = EdgeTable.of(profile);
        this.listOf = new int[profile.methods().size()];
        Arrays.fill(listOf, NO_LIST);
    }

    /** One list for each of the subjects, a thread behind the methods. */
    static List<List<Row>> of(Profile profile, Names names, Direction direction, List<Row> subjects) {
        RelativeLists made = new RelativeLists(profile, names, direction);
        for (Row subject : subjects) {
            made.listOf[subject.stats().index()] = made.lists.size();
            made.lists.add(new ArrayList<>());
        }
        made.add(false);
        made.add(true);
        return made.lists;
    }

    private void add(boolean calledByThreads) {
        for (MethodStats edge : edges.rows()) {
            int caller = edges.caller(edge.index());
            int callee = edges.callee(edge.index());
            int subject = direction.subject(caller, callee);
            boolean listed = subject != EdgeTable.ROOT && listOf[subject] != NO_LIST;
            if (listed && (caller == EdgeTable.ROOT) == calledByThreads) {
                lists.get(listOf[subject]).add(row(edge, direction.relative(caller, callee)));
            }
        }
    }

    private Row row(MethodStats edge, int relative) {
        boolean root = relative == EdgeTable.ROOT;
        return new Row(
                edge,
                root ? ROOT : profile.methods().get(relative),
                root ? ROOT.name() : names.function(relative),
                root ? ROOT.name() : names.printed(relative),
                () -> edges.durations(edge.index()),
                profile.tree().isSampled());
    }
}
