package dev.jprof.cli;

import dev.jprof.cli.attach.JvmStatus;
import java.util.Locale;

/** What is printed of a recording in another JVM. */
final class JvmLines {
    private JvmLines() {}

    static String attached(long pid, JvmStatus status) {
        String what = status.isSampled() ? sampled(status) : instrumented(status);
        return String.format(Locale.ROOT, "attached to %d, %s: %s%n", pid, status.text("command"), what);
    }

    /** One subject a line. */
    static String status(long pid, JvmStatus status) {
        String recording = status.recording();
        StringBuilder text = new StringBuilder();
        if (recording.equals("no")) {
            return line(text, "recording", "nothing; 'jprof attach " + pid + "' begins")
                    .toString();
        }
        line(text, "program", status.text("command") + ", process " + pid);
        line(text, "recording", recording(status));
        status.options().forEach((key, value) -> line(text, key, value));
        if (recording.equals("ended")) {
            return withProfile(text, status);
        }
        if (status.isSampled()) {
            samples(text, status);
        } else {
            calls(text, status);
        }
        return withProfile(text, status);
    }

    /** After {@code stop -o} the agent does not know where it is. */
    private static String withProfile(StringBuilder text, JvmStatus status) {
        if (!status.text("file").isEmpty()) {
            line(text, "profile", status.text("file"));
        }
        return text.toString();
    }

    private static void calls(StringBuilder text, JvmStatus status) {
        line(text, "classes", instrumented(status));
        line(text, "calls", onPaths("calls", status));
        line(text, "overhead", overhead(status));
    }

    private static void samples(StringBuilder text, JvmStatus status) {
        line(text, "event", sampled(status));
        line(text, "samples", onPaths("samples", status));
        line(text, "overhead", "no class has probes");
        if (!status.text("note").isEmpty()) {
            line(text, "note", status.text("note"));
        }
    }

    private static String onPaths(String key, JvmStatus status) {
        return String.format(Locale.ROOT, "%,.0f on %,.0f paths", status.number(key), status.number("nodes"));
    }

    private static String sampled(JvmStatus status) {
        return status.text("event").isEmpty()
                ? "sampling begins when the delay is over"
                : String.format(
                        Locale.ROOT,
                        "%s each %.0f ms; began in %.0f ms",
                        status.text("event"),
                        status.number("intervalNs") / 1e6,
                        status.number("startNs") / 1e6);
    }

    private static String recording(JvmStatus status) {
        return switch (status.recording()) {
            case "ended" -> "ended";
            case "delayed" -> "begins when the delay is over";
            default ->
                String.format(Locale.ROOT, "for %.1f s, since %s", status.number("wallNs") / 1e9, status.text("start"));
        };
    }

    private static String overhead(JvmStatus status) {
        double slowdown = status.number("slowdown");
        return slowdown == 0
                ? "not known yet, probes are measured for some seconds first"
                : String.format(
                        Locale.ROOT,
                        "estimated slowdown %.2f, probes about %.0f ns a call",
                        slowdown,
                        status.number("probeNs"));
    }

    private static StringBuilder line(StringBuilder text, String subject, String said) {
        return text.append(String.format(Locale.ROOT, "%-11s%s%n", subject, said));
    }

    static String instrumented(JvmStatus status) {
        String skipped = status.number("skipped") > 0
                ? String.format(Locale.ROOT, ", %,.0f skipped", status.number("skipped"))
                : "";
        return String.format(
                Locale.ROOT,
                "%s instrumented%s; %s, the longest %.0f ms",
                counted(status.number("classes"), "class", "classes"),
                skipped,
                counted(status.number("batches"), "batch", "batches"),
                status.number("longestBatchNs") / 1e6);
    }

    private static String counted(double number, String one, String several) {
        return String.format(Locale.ROOT, "%,.0f %s", number, number == 1 ? one : several);
    }
}
