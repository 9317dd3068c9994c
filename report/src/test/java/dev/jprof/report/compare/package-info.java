/** Comparisons of profiles whose difference is known. */
package dev.jprof.report.compare;
