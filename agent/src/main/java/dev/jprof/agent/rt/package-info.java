/**
 * The only code that the application's threads execute: probes, what they do when they are not fast, each thread's call tree, the
 * coarse clock. The build moves
 * these classes into {@code java.lang}, so they may use nothing but java.lang, java.util.Arrays and
 * java.util.concurrent.atomic. No lock, park, boxing, lambda, string, log or exception; no allocation in the steady state.
 * Woven code calls {@link dev.jprof.agent.rt.Probe} alone.
 */
package dev.jprof.agent.rt;
