package dev.jprof.benchmarks.harness;

/**
 * What one JVM took.
 *
 * @param insideNs what the program itself measured: without start-up and without what is written at the end
 * @param wholeNs from the start of the process to its end
 * @param endNs the part of it after the program's last line
 * @param peakKb the largest resident set, 0 where the system does not tell it
 */
record Run(long insideNs, long wholeNs, long endNs, long peakKb) {}
