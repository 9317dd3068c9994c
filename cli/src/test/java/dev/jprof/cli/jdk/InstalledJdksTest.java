package dev.jprof.cli.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalledJdksTest {

    @Test
    void the_jdk_of_this_run_is_found() {
        assertThat(InstalledJdks.of(Runtime.version().feature())).isPresent();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "JPROF_REQUIRE_ALL", matches = "true")
    void every_required_jdk_is_found() {
        assertThat(InstalledJdks.all())
                .as("major versions found; .ci/install-jdks brings them")
                .extracting(Jdk::major)
                .containsAll(InstalledJdks.required());
    }

    @Test
    void five_long_term_versions_are_always_required() {
        assertThat(InstalledJdks.required()).contains(8, 11, 17, 21, 25);
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_504, 8", "11.0.33, 11", "17.0.15, 17", "26, 26", "27-ea, 27"})
    void a_release_file_states_the_major_version(String version, int major) {
        assertThat(InstalledJdks.major("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n"))
                .contains(major);
    }

    @Test
    void a_release_file_without_version_is_no_jdk() {
        assertThat(InstalledJdks.major("IMPLEMENTOR=\"x\"\n")).isEmpty();
    }
}
