/**
 * Talking to the agent in a JVM that runs already, and the JDK's attach API only here: loading the agent, the mailbox by which
 * it is asked, and the lines that say why a JVM can't be reached. Start at {@link dev.jprof.cli.attach.AttachedJvm}.
 */
@NullMarked
package dev.jprof.cli.attach;

import org.jspecify.annotations.NullMarked;
