/** The statistics against R, and against simulated comparisons of which the truth is known. */
@NullMarked
package dev.jprof.report.statistics;

import org.jspecify.annotations.NullMarked;
