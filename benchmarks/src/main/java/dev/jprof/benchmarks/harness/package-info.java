/**
 * Runs programs in pairs, bare and profiled, and says what the difference is. {@link dev.jprof.benchmarks.harness.Workloads}
 * and {@link dev.jprof.benchmarks.harness.Goals} are the data, {@link dev.jprof.benchmarks.harness.Main} is the entry.
 */
package dev.jprof.benchmarks.harness;
