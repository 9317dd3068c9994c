package dev.jprof.report.check.rule;

import java.math.BigDecimal;

/** How large a value may be. Amounts are in the unit of the metric's quantity. */
public sealed interface Bound {
    /** Whether a value is within the bound; {@code base} has no meaning for a budget. */
    boolean allows(double base, double current);

    /** Whether there must be a base to compare with. */
    default boolean needsBase() {
        return true;
    }

    /** At most so many per cent more than the base. */
    record Relative(BigDecimal percent) implements Bound {
        @Override
        public boolean allows(double base, double current) {
            BigDecimal most = new BigDecimal(base).multiply(percent.add(BigDecimal.valueOf(100)));
            return new BigDecimal(current).multiply(BigDecimal.valueOf(100)).compareTo(most) <= 0;
        }
    }

    /** At most so much more than the base. */
    record Absolute(BigDecimal more) implements Bound {
        @Override
        public boolean allows(double base, double current) {
            return new BigDecimal(current).compareTo(new BigDecimal(base).add(more)) <= 0;
        }
    }

    /** At most so much, whatever the base. */
    record Budget(BigDecimal most) implements Bound {
        @Override
        public boolean allows(double base, double current) {
            return new BigDecimal(current).compareTo(most) <= 0;
        }

        @Override
        public boolean needsBase() {
            return false;
        }
    }
}
