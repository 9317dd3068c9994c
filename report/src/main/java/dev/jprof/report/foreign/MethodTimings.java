package dev.jprof.report.foreign;

import dev.jprof.report.model.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;

/** {@code jdk.MethodTiming}: how often the JVM saw a method called and how long that took, as of the last event of each. */
final class MethodTimings {
    private static final String ROW = "[method timing]";

    private final Map<Method, long[]> latest = new LinkedHashMap<>();

    void see(RecordedEvent event) {
        RecordedMethod method = event.getValue("method");
        long invocations = event.getLong("invocations");
        if (method != null && invocations > 0) {
            long average = event.getDuration("average").toNanos();
            latest.put(
                    RecordedStacks.named(method), new long[] {invocations, Math.multiplyExact(invocations, average)});
        }
    }

    /** Nothing is known of callers, so all of them stand below one row. */
    void addTo(RecordedStacks stacks) {
        latest.forEach((method, sums) -> {
            int node = stacks.tree().child(stacks.tree().thread(ROW, 0), method);
            stacks.tree().add(node, RecordedMetrics.INVOCATIONS, sums[0]);
            stacks.tree().add(node, RecordedMetrics.INVOKED, sums[1]);
        });
    }
}
