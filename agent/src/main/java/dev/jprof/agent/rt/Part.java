package dev.jprof.agent.rt;

/**
 * A part of a tree that has one place where calls fold, below the node that it begins with. All of a tree is one part until there is
 * no more room; then it is {@linkplain Parts divided}. Confined to the owner thread.
 */
final class Part {
    final Recorder recorder;
    final Node top;

    /** Where calls fold; null before the first does. */
    Node overflow;

    Part(Recorder recorder, Node top) {
        this.recorder = recorder;
        this.top = top;
    }
}
