/**
 * Profiles in files: profile.json read, checked and written. The only package that knows Jackson; no types of it are seen
 * outside. Start at {@link dev.jprof.report.io.ProfileReader}.
 */
@NullMarked
package dev.jprof.report.io;

import org.jspecify.annotations.NullMarked;
