/**
 * Recording two programs several times each: the folder that keeps the runs, their order, and one run after the other. No option
 * parsing and no reading of what was measured. Start at {@link dev.jprof.cli.record.RunsFolder}.
 */
@NullMarked
package dev.jprof.cli.record;

import org.jspecify.annotations.NullMarked;
