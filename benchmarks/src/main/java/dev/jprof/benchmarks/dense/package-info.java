/**
 * Programs that do little but call: tight loops and recursion with nothing that a clock, a file or another thread could
 * disturb. Each takes the number of its rounds, checks what it computed and fails when that is wrong; each class comment
 * states how often a round calls.
 */
package dev.jprof.benchmarks.dense;
