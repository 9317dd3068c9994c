package dev.jprof.report.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
    @Test
    void rules_are_texts_or_have_a_severity_and_ignores() throws InvalidRules {
        List<Rule> rules = RulesFile.parse("jprof.yml", """
                # What a build may not do.
                rules:
                  - calls(com.acme.*) <= +0%
                  - rule: "sum(self(com.acme.*)) <= +10%"
                    severity: warning
                    ignore:
                      - method: com.acme.Cache.*
                        reason: filled lazily since ACME-12
                        until: 2027-01-31
                """);

        assertThat(rules)
                .extracting(Rule::text)
                .containsExactly("calls(com.acme.*) <= +0%", "sum(self(com.acme.*)) <= +10%");
        assertThat(rules).extracting(Rule::severity).containsExactly(Severity.ERROR, Severity.WARNING);
        assertThat(rules.get(0).place()).hasToString("jprof.yml:3:5");
        assertThat(rules.get(1).place()).hasToString("jprof.yml:4:12");
        Ignore ignore = rules.get(1).ignores().get(0);
        assertThat(ignore.reason()).isEqualTo("filled lazily since ACME-12");
        assertThat(ignore.methods()).hasToString("com.acme.Cache.*");
        assertThat(ignore.holdsOn(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(ignore.holdsOn(LocalDate.of(2027, 2, 1))).isFalse();
    }

    @Test
    void every_mistake_is_said_with_its_line_and_column() {
        assertMistakes(
                """
                rules:
                  - call(com.acme.*) <= +0%
                  - rule: self(com.acme.*) <= 2
                    severity: fatal
                    ignores: []
                  - severity: error
                  - rule: calls(a.*) <= 1
                    ignore:
                      - method: a.B.c
                        until: tomorrow
                  - [1]
                  - rule: {}
                rule: x
                """,
                "jprof.yml:2:5: there is no metric 'call'; metrics, nearest first: calls, self, percall, alloc, total, p99, share",
                "jprof.yml:3:31: self needs a unit; write a time with its unit: 2s, 5ms, 10us or 100ns",
                "jprof.yml:4:15: there is no severity 'fatal'; write error or warning",
                "jprof.yml:5:5: there is no key 'ignores' here; its keys, nearest first: ignore, rule, severity",
                "jprof.yml:6:5: there is no rule; write rule: calls(com.acme.*) <= +0%",
                "jprof.yml:9:9: there is no reason; write reason: why it may, for who reads the report",
                "jprof.yml:10:16: 'tomorrow' is no day; write year, month and day: 2027-01-31",
                "jprof.yml:11:5: a rule is a text or has the key rule; write rules: and below it - calls(com.acme.*) <= +0%",
                "jprof.yml:12:11: rule must be a text; write rule: calls(com.acme.*) <= +0%",
                "jprof.yml:13:1: there is no key 'rule' here; its keys, nearest first: rules");
    }

    @Test
    void what_holds_no_rules_says_what_to_write() {
        String hint = "; write rules: and below it - calls(com.acme.*) <= +0%";
        assertMistakes("", "jprof.yml:1:1: there are no rules" + hint);
        assertMistakes("[]", "jprof.yml:1:1: there are no rules" + hint);
        assertMistakes("{}", "jprof.yml:1:1: there are no rules" + hint);
        assertMistakes("rules:\n", "jprof.yml:1:7: rules must be a list" + hint);
        assertMistakes("rules: []", "jprof.yml:1:8: rules is an empty list" + hint);
        assertMistakes(
                "rules: [calls(a.*) <= 1]\nrules: []",
                "jprof.yml:2:1: the key 'rules' stands twice; leave one of the two out");
    }

    @Test
    void what_is_no_yaml_says_where() {
        assertThatThrownBy(() -> RulesFile.parse("jprof.yml", "rules:\n  - 'x\n"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("jprof.yml:3:1: ")
                .hasMessageEndingWith("; this is no YAML");
        assertThatThrownBy(() -> RulesFile.parse("jprof.yml", "[".repeat(100_000)))
                .isInstanceOf(InvalidRules.class);
        assertThatThrownBy(() -> RulesFile.parse("jprof.yml", "rules: &a [*a]")).isInstanceOf(InvalidRules.class);
    }

    @Test
    void a_binary_file_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("jprof.yml"), new byte[] {(byte) 0xff, 0, 1});

        assertThatThrownBy(() -> RulesFile.read(file))
                .hasMessage(file + ":1:1: this is no UTF-8 text; save it as UTF-8");
    }

    private static void assertMistakes(String text, String... messages) {
        assertThatThrownBy(() -> RulesFile.parse("jprof.yml", text)).hasMessage(String.join("\n", messages));
    }
}
