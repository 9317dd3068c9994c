/** Tests of reading and writing: what comes back, and what is refused in which words. */
package dev.jprof.report.io;
