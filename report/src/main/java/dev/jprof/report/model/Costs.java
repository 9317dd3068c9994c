package dev.jprof.report.model;

/**
 * The four numbers of a method or of an edge between two methods.
 *
 * @param calls activations
 * @param primitiveCalls activations with no other activation of the same method, or edge, below them on the stack
 * @param self nanoseconds without callees, of all activations
 * @param total nanoseconds with callees, of the outermost activations only
 */
public record Costs(long calls, long primitiveCalls, long self, long total) {}
