/** Tests of whole printouts against files that were looked at. Start at {@link dev.jprof.report.view.format.PrintoutTest}. */
package dev.jprof.report.view.format;
