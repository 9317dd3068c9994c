/**
 * A profile in memory: methods, threads and the call tree as flat arrays. Plain JDK; nothing here reads files or prints.
 * Start at {@link dev.jprof.report.model.Profile}.
 */
@NullMarked
package dev.jprof.report.model;

import org.jspecify.annotations.NullMarked;
