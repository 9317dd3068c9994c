/**
 * The Maven plugin: one class a goal, no arithmetic. Start at {@link dev.jprof.maven.PrepareAgentMojo}, which profiles what
 * {@link dev.jprof.maven.TestRun} then reads.
 */
@NullMarked
package dev.jprof.maven;

import org.jspecify.annotations.NullMarked;
