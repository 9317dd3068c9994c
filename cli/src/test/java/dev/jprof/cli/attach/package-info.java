/**
 * Recordings of programs that run already, on real JVMs: {@link dev.jprof.cli.attach.Rounds} is the program, and does what it is
 * told through its standard input.
 */
@NullMarked
package dev.jprof.cli.attach;

import org.jspecify.annotations.NullMarked;
