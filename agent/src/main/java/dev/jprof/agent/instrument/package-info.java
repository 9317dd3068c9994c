/**
 * Which classes and methods get probes, and how they are woven: the only room that knows ASM. Names and bytes decide; no type
 * hierarchy is looked up, no resource read and nothing logged while a class is being loaded. Entry:
 * {@link dev.jprof.agent.instrument.WeavingTransformer}.
 */
package dev.jprof.agent.instrument;
