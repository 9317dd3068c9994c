/**
 * The JVMs of this machine, looked at from outside: by their files of performance data and, on Linux, by what the kernel says of
 * their processes. Nothing here attaches to a JVM or waits for one, so that a JVM that is stopped or stuck is listed like any
 * other. Printing does not enter. Start at {@link dev.jprof.cli.jvm.RunningJvms}.
 */
@NullMarked
package dev.jprof.cli.jvm;

import org.jspecify.annotations.NullMarked;
