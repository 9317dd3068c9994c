/**
 * The {@code jprof} command: one class a verb, and picocli only here. Verbs read options, call report and print what it
 * returns; no arithmetic on profiles enters. Start at {@link dev.jprof.cli.Main}.
 */
@NullMarked
package dev.jprof.cli;

import org.jspecify.annotations.NullMarked;
