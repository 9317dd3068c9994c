package dev.jprof.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrectionTest {
    @Test
    void durations_stay_where_they_are() {
        Profile profile = SampleProfiles.small();

        Profile corrected = Correction.withProbesRow(Correction.corrected(profile));

        assertThat(corrected.tree().histograms().size())
                .isEqualTo(profile.tree().histograms().size())
                .isPositive();
    }
}
