/**
 * A profile against what the profiled program knows of itself: the arithmetic of {@code jprof selftest} and how its result is
 * written. Starts no program and reads no file. Start at {@link dev.jprof.report.truth.Verdict}.
 */
@NullMarked
package dev.jprof.report.truth;

import org.jspecify.annotations.NullMarked;
