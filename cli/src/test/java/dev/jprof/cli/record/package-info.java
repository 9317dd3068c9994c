/** Tests of plans and command words, and a program whose runs are worth comparing. */
package dev.jprof.cli.record;
