/**
 * A profile as one interactive page. Java sums up and the page lays out: no number that the page shows is summed up there but
 * where a reader asks for another tree, by folding, merging threads or taking a method for the root.
 */
@NullMarked
package dev.jprof.report.html;

import org.jspecify.annotations.NullMarked;
