package dev.jprof.cli;

import dev.jprof.cli.jvm.Check;
import dev.jprof.cli.jvm.RunningJvm;
import dev.jprof.report.io.Json;
import dev.jprof.report.view.Grid;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.format.TextGrid;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The JVMs of {@code jprof ps} in writing. */
final class JvmTable {
    /** Room for process id, version, uptime, user and some words of the answer. */
    private static final int OTHER_COLUMNS = 62;

    private static final int LEAST_NAME = 16;

    private JvmTable() {}

    static void write(List<ListedJvm> jvms, Instant now, Console console) throws IOException {
        if (jvms.isEmpty()) {
            console.out().write("No JVM of this user is running.\n");
            return;
        }
        boolean severalUsers =
                jvms.stream().map(listed -> listed.jvm().user()).distinct().count() > 1;
        int columns = console.terminal() ? Terminal.columns() : Integer.MAX_VALUE;
        Grid grid = facts(jvms, now, severalUsers, Math.max(LEAST_NAME, columns - OTHER_COLUMNS));
        int width = TextGrid.width(grid) + 1;
        grid.column("attach", 6, true);
        for (int i = 0; i < jvms.size(); i++) {
            String answer = Printable.of(jvms.get(i).answer());
            grid.rows().get(i).add(Wrapped.behind(width, answer, columns));
        }
        TextGrid.write(grid, console.terminal() && Terminal.wantsBold(), console.out());
        if (jvms.stream().anyMatch(listed -> listed.obstacle().isPresent())) {
            console.out().write("\n'jprof doctor PID' says what to do about a no.\n");
        }
    }

    /** All but the answer. Of a long name the end says most. */
    private static Grid facts(List<ListedJvm> jvms, Instant now, boolean severalUsers, int longestName) {
        Grid grid = new Grid();
        grid.column("pid", 7, false);
        grid.column("program", 7, true);
        grid.column("jdk", 3, true);
        grid.column("uptime", 6, false);
        if (severalUsers) {
            grid.column("user", 4, true);
        }
        for (ListedJvm listed : jvms) {
            RunningJvm jvm = listed.jvm();
            String program = known(jvm.program());
            int cut = program.length() - longestName;
            grid.row();
            grid.cell(Long.toString(jvm.pid()));
            grid.cell(cut <= 0 ? program : "..." + program.substring(cut + 3));
            grid.cell(known(jvm.version()));
            grid.cell(jvm.start()
                    .map(start -> uptime(Duration.between(start, now)))
                    .orElse("?"));
            if (severalUsers) {
                grid.cell(known(jvm.user()));
            }
        }
        return grid;
    }

    static void json(List<ListedJvm> jvms, Instant now, Json json) {
        json.startObject().field("format", "jprof-jvms/1").key("jvms").startArray();
        for (ListedJvm listed : jvms) {
            RunningJvm jvm = listed.jvm();
            json.startObject().field("pid", jvm.pid()).field("program", jvm.program());
            json.field("jdk", jvm.version()).field("vm", jvm.vm()).field("user", jvm.user());
            jvm.start()
                    .ifPresent(start -> json.field("startTime", start.toString())
                            .field("uptimeMillis", Duration.between(start, now).toMillis()));
            json.field("agent", listed.agent().isPresent());
            json.field("attachable", listed.obstacle().isEmpty());
            listed.obstacle().ifPresent(check -> reason(check, json));
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void reason(Check check, Json json) {
        json.field("obstacle", check.subject()).field("reason", check.found()).field("fix", check.fix());
    }

    /** The two largest units at most. */
    static String uptime(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return String.format(Locale.ROOT, "%d h %02d m", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? String.format(Locale.ROOT, "%d m %02d s", time.toMinutes(), time.toSecondsPart())
                : Math.max(0, time.toSeconds()) + " s";
    }

    private static String known(String text) {
        return text.isEmpty() ? "?" : Printable.of(text);
    }
}
