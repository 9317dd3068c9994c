package dev.jprof.agent.output;

/** One row of threads: a thread, or several that have a tree together. */
final class ThreadRow {
    final String name;
    final long id;

    /** How many threads it stands for. */
    long threads;

    /** The row's first node. */
    int root;

    ThreadRow(String name, long id, long threads, int root) {
        this.name = name;
        this.id = id;
        this.threads = threads;
        this.root = root;
    }
}
