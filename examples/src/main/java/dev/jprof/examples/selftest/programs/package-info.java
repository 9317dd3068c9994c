/**
 * Programs that know what a profile of them must say: every call and every nanosecond is entered in a
 * {@link dev.jprof.examples.selftest.ledger.Ledger}. Everything here is profiled, so nothing may run here that is not in the ledger:
 * no lambda, no static initializer, no private member that another class uses.
 */
package dev.jprof.examples.selftest.programs;
