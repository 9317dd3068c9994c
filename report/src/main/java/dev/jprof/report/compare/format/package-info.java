/** Comparisons made readable, for people and for programs. Start at {@link dev.jprof.report.compare.format.DiffText}. */
@NullMarked
package dev.jprof.report.compare.format;

import org.jspecify.annotations.NullMarked;
