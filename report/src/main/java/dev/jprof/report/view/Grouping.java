package dev.jprof.report.view;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one row of the table stands for. */
public enum Grouping {
    METHOD("class.method(file:line)"),
    CLASS("class"),
    PACKAGE("package"),
    THREAD("thread");

    private final String title;

    Grouping(String title) {
        this.title = title;
    }

    /** The title of the name column. */
    public String title() {
        return title;
    }

    /**
     * The same tree with every node's method replaced by its group, so that primitive calls and totals of a group follow the
     * rules for recursion: a call within a group is no new outermost activation of it.
     */
    public Profile regroup(Profile profile) {
        return switch (this) {
            case METHOD -> profile;
            case CLASS, PACKAGE -> regroupByMethod(profile);
            case THREAD -> regroupByThread(profile);
        };
    }

    private Profile regroupByMethod(Profile profile) {
        Map<Method, Integer> groups = new LinkedHashMap<>();
        int[] groupOf = new int[profile.methods().size()];
        for (int method = 0; method < groupOf.length; method++) {
            Method group = groupOf(profile.methods().get(method));
            groupOf[method] = groups.computeIfAbsent(group, absent -> groups.size());
        }
        CallTree tree = profile.tree();
        int[] regrouped = new int[tree.size()];
        for (int node = 0; node < regrouped.length; node++) {
            regrouped[node] = tree.isRoot(node) ? -1 : groupOf[tree.method(node)];
        }
        return withMethods(profile, new ArrayList<>(groups.keySet()), regrouped);
    }

    private static Profile regroupByThread(Profile profile) {
        List<Method> groups = new ArrayList<>();
        CallTree tree = profile.tree();
        int[] threadOf = new int[tree.size()];
        for (ThreadRow thread : profile.threads()) {
            threadOf[thread.root()] = groups.size();
            groups.add(group(threadName(thread, profile.threads()), Method.Kind.SYNTHETIC));
        }
        int[] regrouped = new int[tree.size()];
        for (int node = 0; node < regrouped.length; node++) {
            threadOf[node] = threadOf[tree.isRoot(node) ? node : tree.parent(node)];
            regrouped[node] = tree.isRoot(node) ? -1 : threadOf[node];
        }
        return withMethods(profile, groups, regrouped);
    }

    private Method groupOf(Method method) {
        if (method.className().isEmpty()) {
            return group(method.name(), method.kind());
        }
        if (this == CLASS) {
            return group(method.className(), method.kind());
        }
        int dot = method.className().lastIndexOf('.');
        return group(dot < 0 ? "(default package)" : method.className().substring(0, dot), method.kind());
    }

    private static Method group(String name, Method.Kind kind) {
        return new Method("", name, "", "", 0, kind, true);
    }

    /** Threads of one name are told apart by their ids. */
    public static String threadName(ThreadRow thread, List<ThreadRow> all) {
        String several = thread.threads() > 1 ? " (" + thread.threads() + " threads)" : "";
        for (ThreadRow other : all) {
            if (other.root() != thread.root() && other.name().equals(thread.name())) {
                return thread.name() + " #" + thread.id() + several;
            }
        }
        return thread.name() + several;
    }

    private static Profile withMethods(Profile profile, List<Method> methods, int[] methodOf) {
        return new Profile(
                profile.meta(), methods, profile.threads(), profile.tree().withMethods(methodOf));
    }
}
