/**
 * Profiles in the formats of other tools, one class a format. No reading, no options. Start at
 * {@link dev.jprof.report.export.Exporter}.
 */
@NullMarked
package dev.jprof.report.export;

import org.jspecify.annotations.NullMarked;
