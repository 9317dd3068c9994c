/** Tests of truths, each against the tool that it is for. */
package dev.jprof.report.truth;
