/**
 * What it costs to profile: programs to be measured in {@code dense}, {@code library} and {@code shape}, the ways to
 * profile them in {@code mode}, and in {@code harness} what runs and compares them. The programs know nothing of the rest.
 */
package dev.jprof.benchmarks;
