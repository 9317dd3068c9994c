/**
 * A sampled profile as the referee of an instrumented one: whose share do the probes make too large or too small? Start at
 * {@link dev.jprof.report.referee.Referee}.
 */
@NullMarked
package dev.jprof.report.referee;

import org.jspecify.annotations.NullMarked;
