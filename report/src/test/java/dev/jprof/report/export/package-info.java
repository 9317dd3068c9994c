/** Tests of exports, each against the tool that it is for. */
package dev.jprof.report.export;
