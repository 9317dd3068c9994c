/** Files of other tools, good and bad. */
package dev.jprof.report.foreign;
