/**
 * The ways to run a program: bare, under jprof, under each peer. One class a mode; it knows flags, environment and whether
 * it can run here, and starts nothing. The seam is {@link dev.jprof.benchmarks.mode.Mode}.
 */
package dev.jprof.benchmarks.mode;
