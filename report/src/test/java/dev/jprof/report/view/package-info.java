/** Tests of what a person reads. Start at {@link dev.jprof.report.view.SelectionTest}. */
package dev.jprof.report.view;
