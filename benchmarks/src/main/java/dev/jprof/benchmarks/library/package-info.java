/**
 * Programs whose time is spent in a library: many classes, real code, and a warm-up that a short run never leaves. Each
 * takes the number of its rounds.
 */
package dev.jprof.benchmarks.library;
