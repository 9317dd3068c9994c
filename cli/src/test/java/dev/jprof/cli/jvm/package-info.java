/** What is seen of JVMs from outside: files of performance data, hostile ones among them, command lines and limits. */
@NullMarked
package dev.jprof.cli.jvm;

import org.jspecify.annotations.NullMarked;
