/**
 * Limits on calls and times for tests of JUnit 5 and 6: {@link dev.jprof.junit.MaxCalls}, {@link dev.jprof.junit.MaxTime}. Java 8;
 * knows jprof's api and JUnit's, nothing else.
 */
package dev.jprof.junit;
