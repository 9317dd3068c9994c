/**
 * What a person reads in the terminal: tables, callers and callees, the text tree. Pure functions from a profile to rows and
 * from rows to text; nothing here opens files or asks what the terminal is. Raw JVM names become readable only here. Start at
 * {@link dev.jprof.report.view.Table}.
 */
@NullMarked
package dev.jprof.report.view;

import org.jspecify.annotations.NullMarked;
