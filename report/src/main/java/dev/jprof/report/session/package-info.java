/**
 * What the artefact jprof-api shows its profiles with: {@link dev.jprof.report.session.SessionViews}, a service. Nothing else in
 * this module knows that artefact.
 */
@NullMarked
package dev.jprof.report.session;

import org.jspecify.annotations.NullMarked;
