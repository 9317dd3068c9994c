package dev.jprof.agent.options;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The value of {@link Option#FILE}, in which {@code %p} stands for the process id, {@code %t} for the start time and {@code %%}
 * for a per cent sign.
 */
public final class FileName {
    /** No file name has it. */
    private static final String PERCENT = "\0";

    private FileName() {}

    /** Returns the value that is filled in to this name, whatever is in it. */
    public static String literally(String name) {
        return name.replace("%", "%%");
    }

    /**
     * Fills in a name.
     *
     * @param startMillis milliseconds since 1970; {@code %t} becomes {@code yyyyMMdd-HHmmss} in the time zone of the machine
     */
    public static String fill(String name, long pid, long startMillis) {
        String filled = name.replace("%%", PERCENT).replace("%p", Long.toString(pid));
        return (filled.contains("%t") ? filled.replace("%t", stamp(startMillis)) : filled).replace(PERCENT, "%");
    }

    private static String stamp(long millis) {
        Calendar time = new GregorianCalendar(TimeZone.getDefault(), Locale.ROOT);
        time.setTimeInMillis(millis);
        StringBuilder stamp = new StringBuilder();
        append(stamp, time.get(Calendar.YEAR), 4);
        append(stamp, time.get(Calendar.MONTH) + 1, 2);
        append(stamp, time.get(Calendar.DAY_OF_MONTH), 2);
        stamp.append('-');
        append(stamp, time.get(Calendar.HOUR_OF_DAY), 2);
        append(stamp, time.get(Calendar.MINUTE), 2);
        append(stamp, time.get(Calendar.SECOND), 2);
        return stamp.toString();
    }

    private static void append(StringBuilder stamp, int number, int width) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            stamp.append('0');
        }
        stamp.append(digits);
    }
}
