package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.CheckVerdict;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.view.CodePoints;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/**
 * For a terminal or a log: the verdict first, what broke, and what is fine counted.
 *
 * @param bold whether to write the verdict bold, and in red where something broke
 */
public record CheckText(boolean bold) implements CheckFormat {
    /** More of one rule would hide the other rules; JSON has them all. */
    private static final int LISTED = 12;

    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        out.write(emphasised(result.verdict(), Wording.verdict(result) + ": " + Wording.summary(result)) + "\n");
        for (String note : result.notes()) {
            out.write(Printable.of(note) + "\n");
        }
        for (RuleResult rule : result.rules()) {
            String severity = rule.findings().stream().anyMatch(Finding::warns) ? " (warning only)" : "";
            section(Printable.of(rule.rule().text()) + severity, Wording.broken(rule), out);
        }
        for (RuleResult rule : result.rules()) {
            String severity = rule.isUndecided() && rule.warns() ? " (warning only)" : "";
            section(
                    "not enough data: " + Printable.of(rule.rule().text()) + severity,
                    rule.with(Outcome.UNDECIDED),
                    out);
        }
        section("quarantined, because these counts vary by themselves:", result.with(Outcome.QUARANTINED), out);
        section("broken, and ignored for a while:", result.with(Outcome.IGNORED), out);
        foot(result, out);
    }

    private void foot(CheckResult result, Writer out) throws IOException {
        out.write("\n");
        for (RuleResult rule : result.rules()) {
            if (!rule.isTried()) {
                out.write("not tried: " + Printable.of(rule.rule().text()) + "\n");
            }
        }
        for (String remark : result.remarks()) {
            out.write(Printable.of(remark) + "\n");
        }
        if (result.rules().stream().anyMatch(RuleResult::isTried)) {
            out.write("fine: " + Wording.fine(result) + "\n");
        }
    }

    private static void section(String title, List<Finding> findings, Writer out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        out.write("\n" + title + "\n");
        List<Finding> listed = findings.subList(0, Math.min(LISTED, findings.size()));
        int names = width(listed, finding -> finding.subject().printed());
        for (Finding finding : listed) {
            out.write("   " + CodePoints.padRight(finding.subject().printed(), names) + "  " + Wording.move(finding)
                    + "\n");
            for (String line : Wording.explanation(finding)) {
                out.write("      " + line + "\n");
            }
        }
        if (findings.size() > listed.size()) {
            out.write("   and " + (findings.size() - listed.size()) + " more\n");
        }
    }

    private static int width(List<Finding> findings, Function<Finding, String> column) {
        return findings.stream().map(column).mapToInt(CodePoints::length).max().orElse(0);
    }

    private String emphasised(CheckVerdict verdict, String text) {
        if (!bold) {
            return text;
        }
        String colour = verdict == CheckVerdict.REGRESSION ? ";31" : "";
        return "\033[1" + colour + "m" + text + "\033[0m";
    }
}
