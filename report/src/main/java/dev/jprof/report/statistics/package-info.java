/**
 * Whether what was measured in several runs a side differs by more than chance: numbers in, verdicts out. Knows no profile and
 * reads no file. Start at {@link dev.jprof.report.statistics.Family}; docs/ci.md says in words what is tested, and why.
 */
@NullMarked
package dev.jprof.report.statistics;

import org.jspecify.annotations.NullMarked;
