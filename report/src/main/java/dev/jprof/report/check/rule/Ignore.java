package dev.jprof.report.check.rule;

import java.time.LocalDate;

/**
 * Methods that may break a rule for a while.
 *
 * @param until the last day
 */
public record Ignore(MethodPattern methods, String reason, LocalDate until) {
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
