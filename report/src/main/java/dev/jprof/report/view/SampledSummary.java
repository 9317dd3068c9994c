package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands around the table of a sampled profile: from what, how often, how many, and what is missing. */
record SampledSummary(Summary summary, Numbers numbers) {
    private static final double WILSON = 1.96 * 1.96;

    List<String> lines() {
        boolean others = !summary.weight().isEmpty();
        String amount = others
                ? weighed() + " " + summary.weight()
                : numbers.count(summary.calls()) + (summary.calls() == 1 ? " sample" : " samples");
        String time = !others && summary.unit().equals("ns") ? " for " + Summary.seconds(summary.self(), numbers) : "";
        return List.of(
                "         " + amount + time + "  (sampled: no calls were counted)",
                "         " + origin() + summary.extent(numbers));
    }

    private String weighed() {
        return summary.unit().equals("ns")
                ? Summary.seconds(summary.self(), numbers)
                : numbers.in(summary.unit()).time(summary.self());
    }

    /** {@code jdk.ExecutionSample each 20 ms of jfr; }. */
    private String origin() {
        String event = summary.weight().isEmpty() ? summary.meta().text("event", "") : "";
        long interval = summary.meta().integer("intervalNs", 0);
        String each = event.isEmpty() || interval == 0 ? "" : " each " + Unit.MS.exact(interval) + " ms";
        String from = event + each + tool(event.isEmpty() ? "" : " by ");
        return from.isEmpty() ? "" : Printable.of(from) + "; ";
    }

    private String tool(String before) {
        return summary.meta().values().get("source") instanceof Map<?, ?> source
                        && source.get("tool") instanceof String tool
                ? before + tool
                : "";
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (summary.calls() > 0 && summary.weight().isEmpty()) {
            double least = summary.self() * WILSON / (summary.calls() + WILSON);
            notes.add("what no sample met may still have taken up to "
                    + numbers.in(summary.unit()).time(least)
                    + ("ns".equals(summary.unit()) && numbers.unit() == Unit.S ? " seconds" : ""));
        }
        note(notes, "truncated", "stacks were cut off by the recording and begin at [truncated]");
        note(notes, "stackless", "samples have no stack and are in no row");
        return notes;
    }

    private void note(List<String> notes, String key, String what) {
        long count = summary.meta().integer(key, 0);
        if (count > 0) {
            notes.add(numbers.count(count) + " " + what);
        }
    }
}
