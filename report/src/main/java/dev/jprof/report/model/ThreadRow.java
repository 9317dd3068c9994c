package dev.jprof.report.model;

/**
 * One thread, or a group of threads that share a row.
 *
 * @param root index of this row's root node; a root has no method, and its self time is the time that the thread spent
 *     outside instrumented methods
 * @param threads how many threads the row stands for; 1 for an ordinary thread
 */
public record ThreadRow(String name, long id, int root, long threads) {}
