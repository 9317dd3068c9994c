/**
 * Sampling for {@code mode=sample}: {@link dev.jprof.agent.sample.Samplers} chooses JDK Flight Recorder, reached by reflection and
 * loaded only here, or a thread that looks at all stacks; {@link dev.jprof.agent.sample.StackFolder} makes call trees of what they
 * see. No class is instrumented and nothing of this runs on the application's threads.
 */
package dev.jprof.agent.sample;
