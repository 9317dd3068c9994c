package dev.jprof.agent.output;

/** A column of a sampled profile: docs/profile-format.md says what each means. */
public enum SampledMetric {
    SAMPLES("samples", "count"),
    SAMPLED("sampled", "ns"),
    RUNNING("running", "ns"),
    PARKED("parked", "ns"),
    SLEPT("slept", "ns"),
    BLOCKED("blocked", "ns"),
    WAITED("waited", "ns"),
    SOCKET("socket", "ns"),
    ALLOCATED("allocated", "bytes"),
    EXCEPTIONS("exceptions", "count");

    final String column;
    final String unit;

    SampledMetric(String column, String unit) {
        this.column = column;
        this.unit = unit;
    }
}
