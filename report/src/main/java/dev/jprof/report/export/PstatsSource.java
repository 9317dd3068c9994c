package dev.jprof.report.export;

import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that pstats prints above its table: when each file was last changed, and its name. */
public final class PstatsSource {
    private PstatsSource() {}

    /** {@code Sat Nov 22 13:00:00 2026    profile.json}, in the local time zone as {@code time.ctime}. */
    public static String line(FileTime changed, String file) {
        ZonedDateTime time = changed.toInstant().atZone(ZoneId.systemDefault());
        String clock = two(time.getHour(), '0') + ":" + two(time.getMinute(), '0') + ":" + two(time.getSecond(), '0');
        return abbreviated(time.getDayOfWeek().name()) + " "
                + abbreviated(time.getMonth().name()) + " "
                + two(time.getDayOfMonth(), ' ') + " " + clock + " " + time.getYear() + "    " + file;
    }

    /** Files in the order in which {@code Stats} adds them: the first, then the others from the last. */
    public static List<String> ordered(List<String> lines) {
        List<String> ordered = new ArrayList<>(lines.subList(0, 1));
        for (int i = lines.size() - 1; i > 0; i--) {
            ordered.add(lines.get(i));
        }
        return ordered;
    }

    private static String abbreviated(String name) {
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }

    private static String two(int number, char filler) {
        return number < 10 ? "" + filler + number : String.valueOf(number);
    }
}
