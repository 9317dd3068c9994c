package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.io.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * For programs: every finding with the values of all runs, times in nanoseconds. Keys may be added; the number in {@code format}
 * changes when one is taken away or changes its meaning.
 */
public final class CheckJson implements CheckFormat {
    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        Json.write(out, json -> {
            json.startObject().field("format", "jprof-check/1");
            json.field("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
            json.field("exitCode", result.verdict().exitCode());
            json.field("baseRuns", result.baseRuns()).field("newRuns", result.currentRuns());
            texts("notes", result.notes(), json);
            texts("remarks", result.remarks(), json);
            json.key("rules").startArray();
            result.rules().forEach(rule -> rule(rule, json));
            json.endArray().endObject();
        });
        out.write('\n');
    }

    private static void rule(RuleResult result, Json json) {
        json.startObject().field("rule", result.rule().text());
        json.field("place", result.rule().place().toString());
        json.field("metric", result.rule().metric().word());
        json.field("unit", result.rule().metric().quantity().unit());
        json.field("severity", result.rule().severity().name().toLowerCase(Locale.ROOT));
        json.field("tried", result.isTried()).field("undecided", result.isUndecided());
        json.key("findings").startArray();
        result.findings().forEach(finding -> finding(finding, json));
        json.endArray().endObject();
    }

    private static void finding(Finding finding, Json json) {
        json.startObject();
        json.field("outcome", finding.outcome().name().toLowerCase(Locale.ROOT));
        json.field("method", finding.subject().name());
        json.field("desc", finding.subject().descriptor());
        json.field("sum", finding.subject().sum());
        json.field("file", finding.location().file());
        json.field("line", finding.location().line());
        numbers("base", finding.base(), json);
        numbers("new", finding.current(), json);
        json.field("reason", finding.reason());
        texts("cause", finding.cause(), json);
        json.endObject();
    }

    /** What a run does not know is null. */
    private static void numbers(String key, double[] values, Json json) {
        json.key(key).startArray();
        for (double value : values) {
            if (Double.isNaN(value)) {
                json.nothing();
            } else if (value == Math.rint(value)) {
                json.value((long) value);
            } else {
                json.value(value);
            }
        }
        json.endArray();
    }

    private static void texts(String key, List<String> texts, Json json) {
        json.key(key).startArray();
        texts.forEach(json::value);
        json.endArray();
    }
}
