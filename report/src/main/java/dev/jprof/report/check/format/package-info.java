/**
 * The result of a check as text and in the formats of other tools, one class a format. Nothing here judges. Start at
 * {@link dev.jprof.report.check.format.CheckFormat}.
 */
@NullMarked
package dev.jprof.report.check.format;

import org.jspecify.annotations.NullMarked;
