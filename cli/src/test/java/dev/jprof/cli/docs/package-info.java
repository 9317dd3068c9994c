/**
 * The commands in the documentation, run as a reader would run them: {@link dev.jprof.cli.docs.DocsIT}. What they print is
 * tried elsewhere.
 */
@NullMarked
package dev.jprof.cli.docs;

import org.jspecify.annotations.NullMarked;
