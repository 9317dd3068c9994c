/**
 * {@code jprof shell}: the commands of Python's pstats browser on profiles in memory, with jprof's own views beside them.
 * Lines come from JLine at a terminal and else from a reader; no option parsing and no arithmetic. Start at
 * {@link dev.jprof.cli.shell.Shell}.
 */
@NullMarked
package dev.jprof.cli.shell;

import org.jspecify.annotations.NullMarked;
