/**
 * {@code jprof top}: snapshots of a running program, once a second, and what is shown of them. The board is what a person has chosen,
 * the picture its lines for a size of terminal; only the screen knows a terminal. No arithmetic on profiles and no attaching.
 * Start at {@link dev.jprof.cli.top.TopScreen}.
 */
@NullMarked
package dev.jprof.cli.top;

import org.jspecify.annotations.NullMarked;
