/**
 * Recorders to profile.json: {@link dev.jprof.agent.output.Snapshot} copies the trees into tables,
 * {@link dev.jprof.agent.output.ProfileWriter} writes them. Runs in the agent's threads only; docs/profile-format.md is the
 * contract.
 */
package dev.jprof.agent.output;
