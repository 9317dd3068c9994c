package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.check.rule.Place;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.io.Writer;

/**
 * GitHub's workflow commands: what broke is shown at its line of the change. GitHub shows ten errors and ten warnings of a step, so
 * that of each rule only the first are written.
 */
public record Annotations(SourceFiles sources) implements CheckFormat {
    private static final int SHOWN = 10;

    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        for (RuleResult rule : result.rules()) {
            for (Finding finding : Wording.broken(rule).stream().limit(SHOWN).toList()) {
                write(finding.fails() ? "error" : "warning", finding, out);
            }
            for (Finding finding :
                    rule.with(Outcome.UNDECIDED).stream().limit(SHOWN).toList()) {
                write("warning", finding, out);
            }
        }
    }

    private void write(String command, Finding finding, Writer out) throws IOException {
        StringBuilder line = new StringBuilder("::" + command + " ");
        String path = Printable.of(sources.path(finding.location()));
        Place rule = finding.rule().place();
        if (!path.isEmpty()) {
            appendPlace(path, finding.location().line(), line);
        } else if (rule.line() > 0) {
            appendPlace(Printable.of(rule.source()), rule.line(), line);
        }
        line.append("title=").append(property("jprof: " + finding.rule().text()));
        line.append("::").append(data(Wording.sentence(finding)));
        for (String more : Wording.explanation(finding)) {
            line.append("%0A").append(data(more));
        }
        out.write(line.append('\n').toString());
    }

    private static void appendPlace(String path, int number, StringBuilder line) {
        line.append("file=").append(property(path)).append(',');
        if (number > 0) {
            line.append("line=").append(number).append(',');
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
