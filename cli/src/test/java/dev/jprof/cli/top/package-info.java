/** What is shown of snapshots, without a terminal and without a JVM. */
@NullMarked
package dev.jprof.cli.top;

import org.jspecify.annotations.NullMarked;
