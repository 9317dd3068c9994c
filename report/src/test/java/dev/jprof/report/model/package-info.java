/** Tests of the model, and the profiles that other tests are made of. Start at {@link dev.jprof.report.model.RandomProfiles}. */
package dev.jprof.report.model;
