/**
 * The page in a real browser: clicked and typed at, and what it then shows compared with numbers computed here from the
 * profile. {@link dev.jprof.cli.page.InChromium} says where it is required. Start at {@link dev.jprof.cli.page.ChartsIT}.
 */
@NullMarked
package dev.jprof.cli.page;

import org.jspecify.annotations.NullMarked;
