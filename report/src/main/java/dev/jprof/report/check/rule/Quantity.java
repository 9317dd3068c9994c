package dev.jprof.report.check.rule;

import java.math.BigDecimal;

/** What a metric is counted in, and the units that rules may write it with. */
public enum Quantity {
    COUNT("calls", "a whole number: 3") {
        @Override
        long factor(String written) {
            return written.isEmpty() ? 1 : 0;
        }
    },
    TIME("ns", "a time with its unit: 2s, 5ms, 10us or 100ns") {
        @Override
        long factor(String written) {
            return switch (written) {
                case "ns" -> 1;
                case "us" -> 1_000;
                case "ms" -> 1_000_000;
                case "s" -> 1_000_000_000;
                default -> 0;
            };
        }
    },
    BYTES("bytes", "bytes with their unit: 64kB, 5MB, 1GB, or 64KiB, 5MiB, 1GiB in powers of 1,024") {
        @Override
        long factor(String written) {
            return switch (written) {
                case "B" -> 1;
                case "kB" -> 1_000;
                case "MB" -> 1_000_000;
                case "GB" -> 1_000_000_000;
                case "KiB" -> 1L << 10;
                case "MiB" -> 1L << 20;
                case "GiB" -> 1L << 30;
                default -> 0;
            };
        }
    },
    SHARE("%", "a share of the program: 5%") {
        @Override
        long factor(String written) {
            return written.equals("%") ? 1 : 0;
        }
    };

    private final String unit;
    private final String example;

    Quantity(String unit, String example) {
        this.unit = unit;
        this.example = example;
    }

    /** The unit of the numbers that this quantity is held in. */
    public String unit() {
        return unit;
    }

    /** How many of that unit a written one is; 0 if it is no unit of this quantity. */
    abstract long factor(String written);

    boolean has(String written) {
        return factor(written) != 0;
    }

    BigDecimal scaled(BigDecimal number, String written) {
        return number.multiply(BigDecimal.valueOf(factor(written)));
    }

    String example() {
        return example;
    }
}
