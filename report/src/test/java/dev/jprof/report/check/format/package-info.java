/** Tests of how the result of a check is written. Start at {@link dev.jprof.report.check.format.FormatsTest}. */
package dev.jprof.report.check.format;
