/**
 * Starting programs under the agent: where the agent jar lies, how a command gets it, the shell text by which the launcher
 * becomes the program, and the child process when it does not. No option parsing and no reading of profiles. Start at
 * {@link dev.jprof.cli.launch.Target}.
 */
@NullMarked
package dev.jprof.cli.launch;

import org.jspecify.annotations.NullMarked;
