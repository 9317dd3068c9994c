package dev.jprof.report.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.match.Comparability.Difference;
import dev.jprof.report.match.Comparability.Numbers;
import dev.jprof.report.model.Meta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparabilityTest {
    @Test
    void profiles_that_say_the_same_are_comparable_in_all() {
        Comparability same = Comparability.of(meta(Map.of()), meta(Map.of()));

        assertThat(same.differences()).isEmpty();
        assertThat(same.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mode, sample, true, true",
        "filter, include=a.*, true, true",
        "workload, 9f86d081884c7d65, true, true",
        "machine, Zeta 9, false, false",
        "clock, cpu, false, false",
        "jdk, 21, false, true"
    })
    void each_entry_spoils_the_numbers_that_depend_on_it(String field, String value, boolean counts, boolean bytes) {
        Comparability other = Comparability.of(meta(Map.of()), meta(Map.of(field, value)));

        assertThat(other.against(Numbers.TIMES)).extracting(Difference::field).containsExactly(field);
        assertThat(other.against(Numbers.COUNTS)).hasSize(counts ? 1 : 0);
        assertThat(other.against(Numbers.BYTES)).hasSize(bytes ? 1 : 0);
        assertThat(other.differences().get(0).toString()).startsWith(field + " differs (");
    }

    @Test
    void sums_of_several_profiles_are_not_comparable_with_one() {
        Map<String, Object> merged = new HashMap<>(meta(Map.of()).values());
        merged.put("merged", 3L);

        assertThat(Comparability.of(meta(Map.of()), new Meta(merged)).against(Numbers.COUNTS))
                .extracting(Difference::toString)
                .containsExactly("merged differs (1 and 3): so many profiles were added up");
    }

    @Test
    void a_stretch_of_a_running_program_is_comparable_with_itself_alone() {
        Meta first = attached("12:00 for 5 ns");

        assertThat(Comparability.of(first, first).differences()).isEmpty();
        for (Meta other : List.of(meta(Map.of()), attached("13:00 for 5 ns"), new Meta(Map.of("attached", true)))) {
            for (Numbers numbers : Numbers.values()) {
                assertThat(Comparability.of(first, other).against(numbers))
                        .extracting(Difference::field)
                        .contains("stretch");
            }
        }
        assertThat(Comparability.of(meta(Map.of()), first).differences().get(0).toString())
                .startsWith("stretch differs (the whole run and 12:00 for 5 ns): what a running program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "stop"})
    void what_was_written_while_the_program_ran_is_a_stretch_of_it(String reason) {
        Meta first = unfinished(reason, 5);

        assertThat(Comparability.of(first, first).differences()).isEmpty();
        for (Meta other : List.of(meta(Map.of()), unfinished(reason, 6))) {
            assertThat(Comparability.of(first, other).against(Numbers.COUNTS))
                    .extracting(Difference::field)
                    .containsExactly("stretch");
        }
    }

    @Test
    void a_session_is_no_whole_run_and_one_thread_not_the_jvm() {
        Meta thread = session("thread");

        assertThat(Comparability.of(thread, session("thread")).differences()).isEmpty();
        assertThat(Comparability.of(meta(Map.of()), thread).differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "stretch differs (the whole run and a session of one thread): a session is a part of a run");
        assertThat(Comparability.of(session("jvm"), thread).against(Numbers.COUNTS))
                .extracting(Difference::field)
                .containsExactly("stretch");
    }

    @Test
    void sums_of_several_stretches_are_not_even_comparable_with_each_other() {
        Map<String, Object> sum = new HashMap<>(meta(Map.of()).values());
        sum.put("attached", true);
        sum.put("merged", 3L);

        assertThat(Comparability.of(new Meta(sum), new Meta(sum)).against(Numbers.COUNTS))
                .extracting(Difference::field)
                .containsExactly("stretch");
    }

    @Test
    void what_one_profile_does_not_say_differs_what_neither_says_is_unknown() {
        Meta old = new Meta(Map.of("mode", "instrument", "clock", "wall", "jvm", Map.of("major", 17L)));
        Comparability mixed = Comparability.of(old, meta(Map.of()));

        assertThat(mixed.differences()).extracting(Difference::field).containsExactly("filter", "workload", "machine");
        assertThat(mixed.differences().get(0).toString()).isEqualTo("filter is known of the new profile only");
        assertThat(Comparability.of(old, old).differences()).isEmpty();
        assertThat(Comparability.of(old, old).unknown()).containsExactly("filter", "workload", "machine");
    }

    @Test
    void an_entry_of_a_later_version_counts_for_times() {
        assertThat(Comparability.of(meta(Map.of()), meta(Map.of("governor", "slow")))
                        .against(Numbers.TIMES))
                .extracting(Difference::field)
                .isEqualTo(List.of("governor"));
    }

    @Test
    void nonsense_is_no_entry() {
        Meta nonsense = new Meta(Map.of("comparability", Map.of("counts", 7L, "times", List.of())));

        assertThat(Comparability.of(nonsense, nonsense).differences()).isEmpty();
    }

    private static Meta session(String scope) {
        Map<String, Object> values = new HashMap<>(meta(Map.of()).values());
        values.putAll(Map.of("reason", "session", "session", "any", "scope", scope));
        return new Meta(values);
    }

    private static Meta unfinished(String reason, long wallNs) {
        Map<String, Object> values = new HashMap<>(meta(Map.of()).values());
        values.putAll(Map.of("reason", reason, "start", "12:00", "wallNs", wallNs));
        return new Meta(values);
    }

    private static Meta attached(String stretch) {
        Meta meta = meta(Map.of("mode", "instrument"), Map.of("stretch", stretch));
        meta.values().put("attached", true);
        return meta;
    }

    private static Meta meta(Map<String, String> changes) {
        return meta(changes, Map.of());
    }

    private static Meta meta(Map<String, String> changes, Map<String, String> moreCounts) {
        Map<String, Object> counts = new HashMap<>(Map.of("mode", "instrument", "filter", "include=*"));
        counts.put("workload", "e3b0c44298fc1c14");
        Map<String, Object> times = new HashMap<>(Map.of("machine", "Eta 3", "clock", "wall", "jdk", 17L));
        counts.putAll(moreCounts);
        changes.forEach((field, value) -> (counts.containsKey(field) ? counts : times).put(field, value));
        return new Meta(Map.of("comparability", Map.of("counts", counts, "times", times)));
    }
}
