/**
 * How rows become text: plain tables, CSV and Markdown. What is shown was decided before; nothing here sorts, limits or
 * adds up. Start at {@link dev.jprof.report.view.format.Layout}.
 */
@NullMarked
package dev.jprof.report.view.format;

import org.jspecify.annotations.NullMarked;
