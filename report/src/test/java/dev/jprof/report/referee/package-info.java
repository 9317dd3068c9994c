/** Instrumented profiles judged by samples whose number is known. */
package dev.jprof.report.referee;
