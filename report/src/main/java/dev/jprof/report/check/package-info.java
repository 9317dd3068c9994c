/**
 * Rules tried on runs: exact counts by one run a side, times by several. Starts no program. Start at
 * {@link dev.jprof.report.check.Check}.
 */
@NullMarked
package dev.jprof.report.check;

import org.jspecify.annotations.NullMarked;
