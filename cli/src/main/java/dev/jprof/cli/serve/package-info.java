/**
 * Profiles on a web server for one person on one machine, and the JDK's HTTP server only here. What can be asked for is a
 * table made at the start; no part of a request comes near the file system. Start at {@link dev.jprof.cli.serve.ProfileServer}.
 */
@NullMarked
package dev.jprof.cli.serve;

import org.jspecify.annotations.NullMarked;
