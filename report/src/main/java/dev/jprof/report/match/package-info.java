/**
 * What of two profiles can be laid beside each other: which classes and methods are the same ones though they are called
 * otherwise, and which numbers mean the same. Start at {@link dev.jprof.report.match.ClassNames} and
 * {@link dev.jprof.report.match.Comparability}.
 */
@NullMarked
package dev.jprof.report.match;

import org.jspecify.annotations.NullMarked;
