/**
 * Starts the programs of {@code jprof selftest}, which a profile is compared with. Not profiled. Entry class:
 * {@link dev.jprof.examples.selftest.SelftestProgram}.
 */
package dev.jprof.examples.selftest;
