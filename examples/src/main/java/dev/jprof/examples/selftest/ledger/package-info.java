/**
 * The truth of a program about itself, and what disturbs it. Not profiled, so that what happens here is the time of the program
 * that asks for it. Entry class: {@link dev.jprof.examples.selftest.ledger.Ledger}.
 */
package dev.jprof.examples.selftest.ledger;
