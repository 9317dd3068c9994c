package dev.jprof.agent.sample;

import dev.jprof.agent.options.NamePattern;
import dev.jprof.agent.output.SampledMetric;
import dev.jprof.agent.output.SampledTree;
import java.util.List;

/** Makes call trees of stacks. Frames that the patterns leave out fold into their callers; jprof's own stacks are no program's. */
public final class StackFolder {
    private static final String OWN = "dev.jprof.agent.";

    private final SampledTree tree;
    private final NamePattern include;
    private final NamePattern exclude;

    public StackFolder(SampledTree tree, List<String> include, List<String> exclude) {
        this.tree = tree;
        this.include = NamePattern.of(include);
        this.exclude = NamePattern.of(exclude);
    }

    /** Adds amounts to the innermost frame of a thread's stack. */
    void add(String thread, long threadId, Stack stack, SampledMetric[] metrics, long[] amounts) {
        if (isOwnThread(thread) || isOwn(stack)) {
            return;
        }
        synchronized (tree) {
            int node = tree.root(thread, threadId);
            if (stack.truncated) {
                node = tree.truncated(node);
            }
            for (int frame = stack.depth() - 1; frame >= 0; frame--) {
                String className = HiddenNames.stable(stack.className(frame));
                if (include.matches(className) && !exclude.matches(className)) {
                    node = tree.child(node, className, stack.name(frame), stack.descriptor(frame));
                }
            }
            for (int i = 0; i < metrics.length; i++) {
                tree.add(node, metrics[i], amounts[i]);
            }
        }
    }

    /** The recorder's threads and the agent's. */
    static boolean isOwnThread(String name) {
        return name.startsWith("JFR ") || name.startsWith("JFR: ") || name.startsWith("jprof-");
    }

    private static boolean isOwn(Stack stack) {
        for (int frame = 0; frame < stack.depth(); frame++) {
            if (stack.className(frame).startsWith(OWN)) {
                return true;
            }
        }
        return false;
    }
}
