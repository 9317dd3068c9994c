/**
 * The one table of options and what is read with it: agent arguments, a config file, name patterns. The command line
 * reads its options from the same table. Java 8, no dependencies, nothing that touches the running program. Start at
 * {@link dev.jprof.agent.options.AgentOptions}.
 */
package dev.jprof.agent.options;
