package dev.jprof.report.view;

/**
 * How numbers are written.
 *
 * @param plain for programs: no separators of thousands, all digits, no percent signs
 */
public record Numbers(Unit unit, boolean plain) {
    /** Total and primitive calls, as {@code 177/1} when they differ; a program reads the total. */
    public String calls(long calls, long primitiveCalls) {
        return plain || calls == primitiveCalls ? count(calls) : count(calls) + "/" + count(primitiveCalls);
    }

    public String count(long count) {
        String digits = Long.toString(count);
        if (plain || digits.length() < 4) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** The same for numbers of a unit as profile.json names it. */
    public Numbers in(String unitOfProfile) {
        return switch (unitOfProfile) {
            case "ns" -> this;
            case "bytes" -> new Numbers(Unit.BYTES, plain);
            default -> new Numbers(Unit.COUNT, plain);
        };
    }

    public boolean isTime() {
        return Unit.TIMES.contains(unit);
    }

    /** A time, or what else the unit is of. */
    public String time(double nanoseconds) {
        if (!isTime()) {
            return unit == Unit.BYTES ? bytes(nanoseconds) : count(Math.round(nanoseconds));
        }
        return plain ? unit.exact(nanoseconds) : unit.format(nanoseconds);
    }

    /**
     * A time of one call, which is far below the seconds that tables are in: unless another unit is asked for it carries its
     * own.
     */
    public String duration(double nanoseconds) {
        if (plain) {
            return unit.exact(nanoseconds);
        }
        return unit == Unit.S || unit == Unit.AUTO ? Unit.threeDigits(nanoseconds) : unit.format(nanoseconds);
    }

    /** Bytes in three digits and a decimal unit; a program reads whole bytes. */
    public String bytes(double bytes) {
        if (plain) {
            return Long.toString(Math.round(bytes));
        }
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
        int unit = 0;
        double scaled = bytes;
        while (scaled >= 999.5 && unit < units.length - 1) {
            scaled /= 1000;
            unit++;
        }
        int decimals = unit == 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
        return Unit.rounded(scaled, decimals) + " " + units[unit];
    }

    /** A time per call; empty when there were no calls. */
    public String timePer(double nanoseconds, long calls) {
        return calls == 0 ? "" : time(nanoseconds / calls);
    }

    /** The share of a whole; empty when there is no whole. */
    public String percent(double part, double whole) {
        if (whole == 0) {
            return "";
        }
        long tenths = Math.round(1000 * part / whole);
        return tenths / 10 + "." + tenths % 10 + (plain ? "" : "%");
    }
}
