/** Tests of rules on runs. Start at {@link dev.jprof.report.check.CheckTest}. */
package dev.jprof.report.check;
