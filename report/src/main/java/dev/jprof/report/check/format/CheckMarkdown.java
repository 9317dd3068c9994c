package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.CheckVerdict;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.check.rule.Severity;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For a pull request: a short verdict, a table of what moved with its cause, and a link to the page with the rest. What comes from
 * the program or from jprof.yml stands in code spans, where it can neither format nor mention anybody.
 *
 * @param link address of a page that compares the two sides; empty for none
 */
public record CheckMarkdown(String link) implements CheckFormat {
    private static final int LISTED = 20;

    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        out.write("### " + icon(result.verdict()) + " jprof: " + Wording.summary(result) + "\n\n");
        for (String note : result.notes()) {
            out.write("> " + code(note) + "\n\n");
        }
        List<Finding> broken = result.rules().stream()
                .flatMap(rule -> Wording.broken(rule).stream())
                .toList();
        table("", broken, out);
        causes(broken, out);
        table("**Not enough data**", result.with(Outcome.UNDECIDED), out);
        table("**Quarantined**: these counts vary by themselves", result.with(Outcome.QUARANTINED), out);
        table("**Broken, and ignored for a while**", result.with(Outcome.IGNORED), out);
        table("**Better than before**", result.with(Outcome.IMPROVEMENT), out);
        foot(result, out);
    }

    private void foot(CheckResult result, Writer out) throws IOException {
        for (RuleResult rule : result.rules()) {
            if (!rule.isTried()) {
                out.write("Not tried for want of a base: " + code(rule.rule().text()) + "\n\n");
            }
        }
        for (String remark : result.remarks()) {
            out.write(code(remark) + "\n\n");
        }
        out.write("Fine: " + Wording.fine(result) + "."
                + (link.isEmpty() ? "" : " [Both sides in full](<" + address() + ">)") + "\n");
    }

    private static void table(String title, List<Finding> findings, Writer out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        boolean reasons = !title.isEmpty();
        out.write((title.isEmpty() ? "" : title + "\n\n") + "| Method | Rule | Base | New | Change |"
                + (reasons ? " Why |" : "") + "\n|---|---|--:|--:|--:|" + (reasons ? "---|" : "") + "\n");
        for (Finding finding : findings.subList(0, Math.min(LISTED, findings.size()))) {
            out.write("| " + cell(finding.subject().printed()) + " | "
                    + cell(finding.rule().text())
                    + (finding.rule().severity() == Severity.WARNING ? " (warning)" : "") + " | "
                    + (finding.base().length == 0 ? "" : Values.base(finding)) + " | "
                    + Values.of(finding.rule().metric(), finding.current()) + " | " + Values.change(finding) + " |"
                    + (reasons ? " " + (finding.reason().isEmpty() ? "" : cell(finding.reason())) + " |" : "") + "\n");
        }
        if (findings.size() > LISTED) {
            out.write("\nand " + (findings.size() - LISTED) + " more\n");
        }
        out.write("\n");
    }

    private static void causes(List<Finding> broken, Writer out) throws IOException {
        Map<String, List<String>> explained = new LinkedHashMap<>();
        for (Finding finding : broken) {
            List<String> lines = Wording.explanation(finding);
            if (!lines.isEmpty() && explained.size() < LISTED) {
                explained.putIfAbsent(finding.subject().printed(), lines);
            }
        }
        if (explained.isEmpty()) {
            return;
        }
        out.write("**Why**\n\n");
        for (Map.Entry<String, List<String>> method : explained.entrySet()) {
            out.write("- " + code(method.getKey()) + "\n");
            for (String line : method.getValue()) {
                out.write("  - " + code(line) + "\n");
            }
        }
        out.write("\n");
    }

    private static String icon(CheckVerdict verdict) {
        return switch (verdict) {
            case FINE -> ":white_check_mark:";
            case REGRESSION -> ":x:";
            case UNDECIDED -> ":grey_question:";
        };
    }

    /** A code span in a table, where a bar would end the cell even so. */
    private static String cell(String raw) {
        return code(raw).replace("|", "\\|");
    }

    /** A code span, fenced by more backticks than the text has in a row. */
    private static String code(String raw) {
        String text = Printable.of(raw);
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        String space = text.startsWith("`") || text.endsWith("`") || text.isBlank() ? " " : "";
        return fence + space + text + space + fence;
    }

    private String address() {
        return Printable.of(link).replace("<", "%3C").replace(">", "%3E").replace("\\", "/");
    }
}
