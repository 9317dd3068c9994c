package dev.jprof.report.view;

import dev.jprof.report.model.AllocatedBytes;
import dev.jprof.report.model.MethodStats;

/** How much a printed time can be trusted. */
public enum Trust {
    /** As far as it is printed. */
    SURE(""),
    /** Within more than a tenth of it. */
    ESTIMATE("~"),
    /** Seen of some calls, not of all. */
    SAMPLE("~"),
    /** Mostly the cost of probes, or less than what it may be off by. */
    UNRELIABLE("?");

    private static final double ESTIMATED = 0.1;

    /** Bars are kept in steps of a KiB: below a few of them they say nothing. */
    private static final double LEAST_BYTES = 4096;

    private final String mark;

    Trust(String mark) {
        this.mark = mark;
    }

    /** What stands in front of the time. */
    public String mark() {
        return mark;
    }

    /** Of a self time printed in some unit. */
    public static Trust ofSelf(MethodStats row, Unit unit) {
        boolean mostlyProbes = row.bars().known() && row.probes() > row.self() && unit.shows(row.probes());
        return mostlyProbes && row.method().timed() && row.calls() > 0
                ? UNRELIABLE
                : of(row.self(), row.bars().self(), unit);
    }

    /** Of a total time printed in some unit. */
    public static Trust ofTotal(MethodStats row, Unit unit) {
        return of(row.total(), row.bars().total(), unit);
    }

    /** Of the bytes that a method allocated. */
    public static Trust ofBytes(AllocatedBytes bytes) {
        if (!bytes.known() || bytes.bar() <= LEAST_BYTES) {
            return SURE;
        }
        return bytes.self() < bytes.bar() ? UNRELIABLE : bytes.self() * ESTIMATED < bytes.bar() ? ESTIMATE : SURE;
    }

    /** Of any time that may be off by {@code bar}; NaN where nobody knows. */
    public static Trust of(double nanos, double bar, Unit unit) {
        if (Double.isNaN(bar) || !unit.shows(bar)) {
            return SURE;
        }
        return nanos < bar ? UNRELIABLE : nanos * ESTIMATED < bar ? ESTIMATE : SURE;
    }
}
