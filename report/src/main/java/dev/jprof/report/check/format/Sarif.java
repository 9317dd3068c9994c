package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.Outcome;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.check.rule.Place;
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
                    result(rule, id(rule, result), finding, json);
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
        for (int rule = 0; rule < result.rules().size(); rule++) {
            json.startObject().field("id", id(rule, result));
            Rule stated = result.rules().get(rule).rule();
            message("shortDescription", stated.text(), json);
            json.key("defaultConfiguration")
                    .startObject()
                    .field("level", level(stated))
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

    /** The rule itself, which stays the same when others come and go; one that stands twice has a number. */
    private static String id(int rule, CheckResult result) {
        String text = result.rules().get(rule).rule().text();
        long before = result.rules().subList(0, rule).stream()
                .filter(other -> other.rule().text().equals(text))
                .count();
        return before == 0 ? text : text + " #" + (before + 1);
    }

    private void result(int rule, String id, Finding finding, Json json) {
        if (finding.outcome() != Outcome.REGRESSION && finding.outcome() != Outcome.IGNORED) {
            return;
        }
        json.startObject().field("ruleId", id).field("ruleIndex", rule);
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

    /** GitHub refuses results that are nowhere: what has no place in the sources stands where its rule does. */
    private void location(Finding finding, Json json) {
        String path = sources.path(finding.location());
        Place place = finding.rule().place();
        String rules = place.line() > 0 ? place.source() : "jprof.yml";
        String address = path.isEmpty() ? Address.ofFile(rules) : Address.of(path);
        int line = path.isEmpty() ? place.line() : finding.location().line();
        json.key("locations").startArray().startObject();
        json.key("physicalLocation").startObject();
        json.key("artifactLocation").startObject().field("uri", address).endObject();
        json.key("region").startObject().field("startLine", Math.max(1, line)).endObject();
        json.endObject();
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
