package dev.jprof.report.check.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a rule limits. Of several methods together, calls inside calls are not counted twice in total, percall and share. */
public enum RuleMetric {
    /** Every entry of the method: exact, so that one run a side decides. */
    CALLS(Quantity.COUNT),
    /** Time without instrumented callees, ns. */
    SELF(Quantity.TIME),
    /** Time with callees, outermost calls only, ns. */
    TOTAL(Quantity.TIME),
    /** Total by outermost calls, ns. */
    PERCALL(Quantity.TIME),
    /** What 99 of 100 measured calls took at most, ns. */
    P99(Quantity.TIME),
    /** Bytes allocated without callees. */
    ALLOC(Quantity.BYTES),
    /** Total by the time of the whole program, per cent. */
    SHARE(Quantity.SHARE);

    private final Quantity quantity;

    RuleMetric(Quantity quantity) {
        this.quantity = quantity;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** Whether the number is the same in each run of a program that does the same. */
    public boolean isExact() {
        return this == CALLS;
    }

    /** Whether it is a time or made of times, of which a run has none of its leaves. */
    public boolean isOfTime() {
        return quantity == Quantity.TIME || quantity == Quantity.SHARE;
    }

    /** As rules write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RuleMetric::word).toList();
    }
}
