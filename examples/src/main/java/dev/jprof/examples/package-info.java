/**
 * Small programs with known call shapes: the manual's examples and the targets of the tests. Each class comment states how
 * often its methods are called. Java 8 and the JDK alone; no program depends on the clock or on chance.
 */
package dev.jprof.examples;
