package dev.jprof.report.truth;

import dev.jprof.report.io.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Verdicts in writing: line by line for a person who waits for them, or all of them as JSON. */
public final class VerdictText {
    private VerdictText() {}

    public static void head(Appendable out) throws IOException {
        out.append(line("program", "count errors ", "shares ", "times ", "largest error of time in"));
    }

    /** An error above its limit is marked with an exclamation mark. */
    public static void row(Verdict verdict, Appendable out) throws IOException {
        out.append(line(
                verdict.program(),
                verdict.countErrors() + (verdict.countErrors() == 0 ? " " : "!"),
                verdict.isWhole() ? percent(verdict.shareError(), verdict.sharesHold()) : "? ",
                verdict.isWhole() ? percent(verdict.timeError(), verdict.timesHold()) : "? ",
                remark(verdict)));
    }

    private static String remark(Verdict verdict) {
        if (!verdict.isWhole()) {
            return "(not all of it was recorded, see below)";
        }
        return withoutPackage(verdict.worst()) + (verdict.repeated() ? " (second try)" : "");
    }

    public static void end(List<Verdict> verdicts, Appendable out) throws IOException {
        out.append(String.format(
                Locale.ROOT,
                "\nLimits: no count error; shares %.0f%% off (total variation distance); times of methods above %.0f%% of the"
                        + " run %.0f%% off.\n",
                100 * Verdict.SHARE_LIMIT,
                100 * Verdict.LEAST_SHARE,
                100 * Verdict.TIME_LIMIT));
        List<Verdict> whole = verdicts.stream().filter(Verdict::isWhole).toList();
        int bars = whole.stream().mapToInt(Verdict::bars).sum();
        int reaching = whole.stream().mapToInt(Verdict::barsThatReach).sum();
        out.append("Of " + bars + " error bars of such methods " + reaching + " reach to the truth.\n");
        out.append("A timed call costs ").append(middle(verdicts, "probeNs", "%.1f ns"));
        out.append(", a counted leaf ").append(middle(verdicts, "leafProbeNs", "%.1f ns"));
        out.append("; estimated slowdown ").append(middle(verdicts, "slowdown", "x%.2f"));
        out.append(" (medians of the programs).\n");
        if (verdicts.stream().anyMatch(Verdict::repeated)) {
            out.append(
                    "What was tried twice did not hold the first time, and was without a processor for a part of it.\n");
        }
        for (Verdict verdict : verdicts) {
            if (!verdict.isWhole()) {
                out.append("Not known here: " + verdict.program() + ". " + verdict.unrecorded() + ".\n");
            }
        }
        if (whole.size() < verdicts.size()) {
            out.append("Where memory was short: -Xmx16m is enough for each of these programs.\n");
        }
        String failed =
                verdicts.stream().filter(Verdict::fails).map(Verdict::program).collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            out.append("Does not hold here: " + failed + ".\n");
        } else {
            out.append(whole.size() == verdicts.size() ? "All of it holds here.\n" : "All else holds here.\n");
        }
    }

    public static void json(List<Verdict> verdicts, Json json) {
        json.startObject().field("format", "jprof-selftest/1");
        json.field("holds", verdicts.stream().allMatch(Verdict::holds));
        json.key("limits").startObject().field("countErrors", 0);
        json.field("shareError", Verdict.SHARE_LIMIT)
                .field("timeError", Verdict.TIME_LIMIT)
                .endObject();
        json.key("programs").startArray();
        for (Verdict verdict : verdicts) {
            json.startObject().field("program", verdict.program()).field("holds", verdict.holds());
            json.field("unrecorded", verdict.unrecorded());
            json.field("countErrors", verdict.countErrors()).field("shareError", verdict.shareError());
            json.field("timeError", verdict.timeError()).field("worst", verdict.worst());
            json.field("away", verdict.away()).field("repeated", verdict.repeated());
            json.field("bars", verdict.bars()).field("barsThatReach", verdict.barsThatReach());
            json.key("meta").any(verdict.meta().values());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static String line(String program, String counts, String shares, String times, String worst) {
        return String.format(Locale.ROOT, "%-14s %13s %9s %9s  %s\n", program, counts, shares, times, worst);
    }

    private static String withoutPackage(String method) {
        return method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
    }

    private static String percent(double error, boolean holds) {
        return String.format(Locale.ROOT, "%.2f%%%s", 100 * error, holds ? " " : "!");
    }

    /** The agent leaves such a number out of the profile of a short run. */
    private static String middle(List<Verdict> verdicts, String key, String format) {
        double[] known = verdicts.stream()
                .mapToDouble(verdict -> verdict.meta().number(key, Double.NaN))
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        return known.length == 0 ? "?" : String.format(Locale.ROOT, format, known[known.length / 2]);
    }
}
