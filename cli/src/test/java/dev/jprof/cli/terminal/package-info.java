/** What people see who sit in front of a terminal: jprof in tmux, keys sent to it, its screen read. */
@NullMarked
package dev.jprof.cli.terminal;

import org.jspecify.annotations.NullMarked;
