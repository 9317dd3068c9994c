/**
 * Two sides of one or more runs: what moved between them, and why. Starts no program and reads no file. Start at
 * {@link dev.jprof.report.compare.RunMetrics}.
 */
@NullMarked
package dev.jprof.report.compare;

import org.jspecify.annotations.NullMarked;
