/**
 * Programs of one unusual shape each: empty, many call paths, many threads. How long they take bare does not matter; what a
 * profiler adds does.
 */
package dev.jprof.benchmarks.shape;
