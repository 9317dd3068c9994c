/**
 * The life of a recording in the profiled JVM: {@link dev.jprof.agent.JprofAgent} starts it, {@link dev.jprof.agent.Session}
 * keeps it, the other classes place the probes' classes, move the clock on and decide when to write. No failure here may
 * change what the program does.
 */
package dev.jprof.agent;
