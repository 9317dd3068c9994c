package dev.jprof.report.model;

/** Gathers the error bars of methods, on a walk of its own: another thread may gather their times meanwhile. Used once. */
final class BarWalk extends DepthFirstWalk {
    private final CallTree tree;
    private final int[] active;
    private final ErrorSums bars;

    private BarWalk(Profile profile) {
        tree = profile.tree();
        active = new int[profile.methods().size()];
        bars = ErrorSums.of(profile);
    }

    static ErrorSums barsOf(Profile profile, Children children) {
        BarWalk walk = new BarWalk(profile);
        walk.walk(profile, children);
        return walk.bars;
    }

    @Override
    void enter(int node, int thread) {
        int method = tree.method(node);
        bars.enter(method, node, active[method]++ == 0);
    }

    @Override
    void leave(int node) {
        int method = tree.method(node);
        bars.leave(method, --active[method] == 0);
    }

    @Override
    void endThread(int root) {
        bars.endThread(root);
    }
}
