/**
 * The proof that calls are counted exactly: random programs whose call tree is known from an interpreter of their model, and
 * small programs for each risk, run in child JVMs under the real agent jar. Nothing here asserts a time. Start at
 * {@link dev.jprof.cli.truth.GeneratedProgramsIT}.
 */
package dev.jprof.cli.truth;
