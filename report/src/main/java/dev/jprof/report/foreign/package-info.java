/**
 * Files of other tools become profiles: JFR recordings, collapsed stacks and pprof. Nothing in a file is trusted. Start at
 * {@link dev.jprof.report.foreign.ForeignFile}. Collapsed stacks are also written here, by what knows how they are read.
 */
@NullMarked
package dev.jprof.report.foreign;

import org.jspecify.annotations.NullMarked;
