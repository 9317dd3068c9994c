package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Finding;
import dev.jprof.report.check.RuleResult;
import dev.jprof.report.check.rule.Quantity;
import dev.jprof.report.io.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules measure on the new side, as results of JMH, for dashboards that read those. An operation is a run of the
 * program, of percall and p99 a call; counts are calls/op, times ns/op, bytes B/op.
 *
 * @param version of jprof
 */
public record JmhJson(String version) implements CheckFormat {
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    @Override
    public void write(CheckResult result, Writer out) throws IOException {
        Map<String, Finding> byName = new TreeMap<>();
        for (RuleResult rule : result.rules()) {
            for (Finding finding : rule.findings()) {
                if (!Double.isNaN(Values.middle(finding.current()))) {
                    byName.put(
                            finding.subject().printed() + ":"
                                    + finding.rule().metric().word(),
                            finding);
                }
            }
        }
        Json.write(out, json -> {
            json.startArray();
            byName.forEach((name, finding) -> benchmark(name, finding, json));
            json.endArray();
        });
        out.write('\n');
    }

    private void benchmark(String name, Finding finding, Json json) {
        double[] runs = Arrays.stream(finding.current())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        json.startObject().field("jmhVersion", "jprof " + version);
        json.field("benchmark", name).field("mode", "ss").field("threads", 1).field("forks", runs.length);
        json.field("jvm", "").key("jvmArgs").startArray().endArray();
        json.field("jdkVersion", "").field("vmName", "").field("vmVersion", "");
        json.field("warmupIterations", 0).field("warmupTime", "single-shot").field("warmupBatchSize", 1);
        json.field("measurementIterations", 1)
                .field("measurementTime", "single-shot")
                .field("measurementBatchSize", 1);
        json.key("primaryMetric").startObject();
        metric(runs, json);
        json.field("scoreUnit", unit(finding.rule().metric().quantity()));
        json.key("rawData").startArray();
        for (double run : runs) {
            json.startArray().value(run).endArray();
        }
        json.endArray().endObject();
        json.key("secondaryMetrics").startObject().endObject();
        json.endObject();
    }

    private static void metric(double[] runs, Json json) {
        double mean = Arrays.stream(runs).average().orElse(0);
        double error = 2 * standardError(runs, mean);
        json.field("score", mean).field("scoreError", error);
        json.key("scoreConfidence")
                .startArray()
                .value(mean - error)
                .value(mean + error)
                .endArray();
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        json.key("scorePercentiles").startObject();
        for (double percentile : PERCENTILES) {
            int rank = (int) Math.ceil(percentile / 100 * sorted.length);
            json.field(Double.toString(percentile), sorted[Math.max(0, rank - 1)]);
        }
        json.endObject();
    }

    private static double standardError(double[] runs, double mean) {
        if (runs.length < 2) {
            return 0;
        }
        double squares =
                Arrays.stream(runs).map(run -> (run - mean) * (run - mean)).sum();
        return Math.sqrt(squares / (runs.length - 1) / runs.length);
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case COUNT -> "calls/op";
            case TIME -> "ns/op";
            case BYTES -> "B/op";
            case SHARE -> "%/op";
        };
    }
}
