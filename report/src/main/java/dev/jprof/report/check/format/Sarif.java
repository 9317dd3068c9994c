package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.check.rule.Severity;
import dev.jprof.report.io.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * SARIF 2.1.0, for what shows findings on lines of code: what broke is a result, what was ignored a suppressed one, what could not
 * be decided a notification of the run.
 */
public record Sarif(SourceFiles sources, String version) implements CheckFormat {
    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        Json.write(out, json -> {
            json.startObject();
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                    .field("version", "2.1.0");
            json.key("runs").startArray().startObject();
            tool(result, json);
            invocation(result, json);
            json.field("columnKind", "utf16CodeUnits");
            json.key("results").startArray();
            for (int rule = 0; rule < result.rules().size(); rule++) {
                for (Finding finding : result.rules().get(rule).findings()) {
                    result(rule, finding, json);
                }
            }
            json.endArray().endObject().endArray().endObject();
        });
        out.write('\n');
    }

    private void tool(CheckResult result, Json json) {
        json.key("tool").startObject().key("driver").startObject();
        json.field("name", "jprof").field("version", version);
        json.key("rules").startArray();
        for (RuleResult rule : result.rules()) {
            json.startObject().field("id", rule.rule().text());
            message("shortDescription", rule.rule().text(), json);
            json.key("defaultConfiguration")
                    .startObject()
                    .field("level", level(rule.rule()))
                    .endObject();
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }

    private static void invocation(CheckResult result, Json json) {
        json.key("invocations").startArray().startObject().field("executionSuccessful", true);
        json.field("exitCode", result.verdict().exitCode());
        json.key("toolExecutionNotifications").startArray();
        for (String note : result.notes()) {
            notification(note, json);
        }
        for (RuleResult rule : result.rules()) {
            if (!rule.isTried()) {
                notification("not tried for want of a base: " + rule.rule().text(), json);
            }
        }
        for (Finding finding : result.with(Outcome.UNDECIDED)) {
            notification("not enough data: " + Wording.sentence(finding) + ": " + finding.reason(), json);
        }
        for (Finding finding : result.with(Outcome.QUARANTINED)) {
            notification("quarantined: " + Wording.sentence(finding), json);
        }
        json.endArray().endObject().endArray();
    }

    private static void notification(String text, Json json) {
        json.startObject().field("level", "warning");
        message("message", text, json);
        json.endObject();
    }

    private void result(int rule, Finding finding, Json json) {
        if (finding.outcome() != Outcome.REGRESSION && finding.outcome() != Outcome.IGNORED) {
            return;
        }
        json.startObject().field("ruleId", finding.rule().text()).field("ruleIndex", rule);
        json.field("level", level(finding.rule()));
        String text = Wording.sentence(finding);
        List<String> more = Wording.explanation(finding);
        message("message", more.isEmpty() ? text : text + ". " + String.join(". ", more), json);
        location(finding, json);
        String identity = finding.rule().text() + "\n" + finding.subject().printed();
        json.key("partialFingerprints").startObject();
        json.field(
                "jprofFinding/v1",
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString());
        json.endObject();
        if (finding.outcome() == Outcome.IGNORED) {
            json.key("suppressions").startArray().startObject();
            json.field("kind", "external").field("justification", finding.reason());
            json.endObject().endArray();
        }
        json.endObject();
    }

    private void location(Finding finding, Json json) {
        json.key("locations").startArray().startObject();
        String path = sources.path(finding.location());
        if (!path.isEmpty()) {
            json.key("physicalLocation").startObject();
            json.key("artifactLocation")
                    .startObject()
                    .field("uri", Address.of(path))
                    .endObject();
            if (finding.location().line() > 0) {
                json.key("region")
                        .startObject()
                        .field("startLine", finding.location().line())
                        .endObject();
            }
            json.endObject();
        }
        json.key("logicalLocations").startArray().startObject();
        json.field("fullyQualifiedName", finding.subject().printed()).field("kind", "function");
        json.endObject().endArray().endObject().endArray();
    }

    private static void message(String key, String text, Json json) {
        json.key(key).startObject().field("text", text).endObject();
    }

    private static String level(Rule rule) {
        return rule.severity() == Severity.ERROR ? "error" : "warning";
    }
}
