package dev.jprof.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was measured so far. */
final class Results {
    private final List<Measurement> measurements = new ArrayList<>();
    private Optional<Spread> readingSeconds = Optional.empty();

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    void addReading(Spread seconds) {
        readingSeconds = Optional.of(seconds);
    }

    List<Measurement> measurements() {
        return measurements;
    }

    /** How long {@code jprof report} took on the profile of a million nodes. */
    Optional<Spread> readingSeconds() {
        return readingSeconds;
    }

    /** A program under jprof. */
    Optional<Measurement> jprof(String workload) {
        return measurements.stream()
                .filter(one -> one.isComplete() && one.mode().name().equals("jprof"))
                .filter(one -> one.workload().name().equals(workload))
                .findFirst();
    }

    /** The call-dense programs under a mode. */
    List<Measurement> dense(String mode) {
        return measurements.stream()
                .filter(one -> one.isComplete() && one.mode().name().equals(mode))
                .filter(one -> one.workload().group() == Workload.Group.DENSE)
                .toList();
    }
}
