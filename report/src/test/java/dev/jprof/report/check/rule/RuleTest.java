package dev.jprof.report.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    calls(com.acme.*) <= +0%              | CALLS   | Relative 0         | com.acme.*
                    calls(com.acme.Dao.find) <= +3        | CALLS   | Absolute 3         | com.acme.Dao.find
                    calls(com.acme.Dao.<init>) <= 100     | CALLS   | Budget 100         | com.acme.Dao.<init>
                    calls(*) <= 171,796,964               | CALLS   | Budget 171796964   | *
                    self(a.B.lambda$run$0) <= +5.5%       | SELF    | Relative 5.5       | a.B.lambda$run$0
                    total(a.B.c) <= 2s                    | TOTAL   | Budget 2000000000  | a.B.c
                    total(a.B.c) <= 2 s                   | TOTAL   | Budget 2000000000  | a.B.c
                    percall(a.B.c) <= +10us               | PERCALL | Absolute 10000     | a.B.c
                    percall(a.B.c) <= +10µs               | PERCALL | Absolute 10000     | a.B.c
                    p99(a.B.c)<=1.5ms                     | P99     | Budget 1500000.0   | a.B.c
                    alloc(a.*) <= 5MB                     | ALLOC   | Budget 5000000     | a.*
                    alloc(a.*) <= +64KiB                  | ALLOC   | Absolute 65536     | a.*
                    share(a.Log.*) <= 5%                  | SHARE   | Budget 5           | a.Log.*
                    share(a.Log.*) <= +2pp                | SHARE   | Absolute 2         | a.Log.*
                    share(a.Log.*) <= +5%                 | SHARE   | Relative 5         | a.Log.*
                    '  calls ( a.B.c(int, String) ) <= 1' | CALLS   | Budget 1           | a.B.c(int, String)
                    calls(a.B.c(ILa/D;)V) <= 1            | CALLS   | Budget 1           | a.B.c(ILa/D;)V
                    """)
    void a_rule_has_a_metric_methods_and_a_bound(String text, RuleMetric metric, String bound, String methods)
            throws InvalidRules {
        Rule rule = parse(text);

        assertThat(rule.metric()).isEqualTo(metric);
        assertThat(printed(rule.bound())).isEqualTo(bound);
        assertThat(rule.methods()).hasToString(methods);
        assertThat(rule.sum()).isFalse();
        assertThat(rule.severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "sum(calls(a.*)) <= +0%, ERROR, sum(calls(a.*)) <= +0%",
        "sum( self(a.*) ) <= 2s warning, WARNING, sum( self(a.*) ) <= 2s",
        "sum(calls(a.*)) <= 3 error, ERROR, sum(calls(a.*)) <= 3"
    })
    void what_matches_is_summed_up_in_parentheses_and_a_severity_stands_at_the_end(
            String text, Severity severity, String printed) throws InvalidRules {
        Rule rule = parse(text);

        assertThat(rule.sum()).isTrue();
        assertThat(rule.severity()).isEqualTo(severity);
        assertThat(rule.text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                            | 1  | there is no <=; a rule reads: calls(com.acme.*) <= +0%
                    calls(a.*)                    | 11 | there is no <=; a rule reads: calls(com.acme.*) <= +0%
                    calls(a.*) < 3                | 12 | '<' is no comparison of rules; write <=
                    calls(a.*) == 3               | 12 | '==' is no comparison of rules; write <=
                    a.* <= +0%                    | 1  | 'a.*' is no METRIC(METHODS); a rule reads: calls(com.acme.*) <= +0%
                    call(a.*) <= +0%              | 1  | there is no metric 'call'; metrics, nearest first: calls, self, percall, alloc, total, p99, share
                    Calls(a.*) <= +0%             | 1  | there is no metric 'Calls'; metrics, nearest first: calls, alloc, self, percall, total, p99, share
                    sum(time(a.*)) <= +0%         | 5  | there is no metric 'time'; metrics, nearest first: self, total, p99, share, calls, alloc, percall
                    (a.*) <= +0%                  | 1  | there is no metric before the parenthesis; metrics, nearest first: p99, self, calls, total, alloc, share, percall
                    sum(a.*) <= +0%               | 5  | sum has no metric; write sum(calls(a.*)), or self, total and so on for calls
                    calls(sum(a.*)) <= +0%        | 7  | sum stands around the metric; write sum(calls(a.*))
                    calls() <= 3                  | 7  | no method is named; write a name, or a pattern such as com.acme.*
                    sum(calls(a.b) <= 3           | 5  | a parenthesis is missing; write sum(calls(a.b))
                    calls(a.B#c) <= 3             | 7  | 'a.B#c' has another mark than a dot before the method; write a.B.c
                    calls(a.*) <=                 | 14 | there is no bound; write +0%, +5% or so, or a budget: a whole number: 3
                    calls(a.*) <= few             | 15 | there is no severity 'few'; write error, warning or nothing
                    calls(a.*) <= +x%             | 15 | '+x%' is no bound; write +5% against the base, or a whole number: 3
                    calls(a.*) <= -3              | 15 | a bound can't be negative; write +0% for no more than the base, or a budget without sign
                    calls(a.*) <= 5%              | 15 | a budget of calls has no base to be a share of; write +5% against the base, or a whole number: 3
                    calls(a.*) <= 3ms             | 15 | 'ms' is no unit of calls; write a whole number: 3
                    calls(a.*) <= 2.5             | 15 | there is no part of a call; write a whole number: 3
                    self(a.*) <= 2                | 14 | self needs a unit; write a time with its unit: 2s, 5ms, 10us or 100ns
                    self(a.*) <= +2min            | 14 | 'min' is no unit of self; write a time with its unit: 2s, 5ms, 10us or 100ns
                    alloc(a.*) <= 2               | 15 | alloc needs a unit; write bytes with their unit: 64kB, 5MB, 1GB, or 64KiB, 5MiB, 1GiB in powers of 1,024
                    share(a.*) <= 5               | 15 | share needs a unit; write a share of the program: 5%
                    share(a.*) <= +5              | 15 | '' is no unit of share; write +5% for a twentieth more than the base's share, or +5pp for five percentage points more
                    calls(a.*) <= +0% fatal       | 19 | there is no severity 'fatal'; write error, warning or nothing
                    """)
    void a_mistake_is_said_with_its_column_and_what_to_write(String text, int column, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(InvalidRules.class)
                .hasMessage("--rule '" + text + "', column " + column + ": " + message);
    }

    @Test
    void a_hostile_rule_stays_on_one_line() {
        assertThatThrownBy(() -> parse("calls(\n\u001b[31m) <= x\u202e"))
                .message()
                .doesNotContain("\n", "\u001b", "\u202e")
                .contains("\\u000a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.B.c              | a.B.c      | (I)V  | true
                    a.B.c              | a.B.cd     | (I)V  | false
                    a.B.c              | a_B.c      | (I)V  | false
                    a.*                | a.B.c.D.e  | (I)V  | true
                    a.**               | a.B.c.D.e  | (I)V  | true
                    *.c                | a.B.c      | (I)V  | true
                    a.*.c              | a.B.c      | (I)V  | true
                    a.B.<init>         | a.B.<init> | ()V   | true
                    a.B$C.*            | a.B$C.d    | ()V   | true
                    a.B.c(int)         | a.B.c      | (I)V  | true
                    a.B.c(int)         | a.B.c      | (J)V  | false
                    a.B.c()            | a.B.c      | ()V   | true
                    a.B.c()            | a.B.c      | (I)V  | false
                    a.B.c(int,String)  | a.B.c      | (ILjava/lang/String;)V | true
                    a.B.c(*)           | a.B.c      | (ILjava/lang/String;)V | true
                    a.B.c(I)V          | a.B.c      | (I)V  | true
                    a.B.c(I)V          | a.B.c      | (I)I  | false
                    *(int)             | a.B.c      | (I)I  | true
                    a.B.c (slow)       | a.B.c (slow) | (I)V | true
                    a.B.c (slow)(int)  | a.B.c (slow) | (I)V | true
                    a.B.c (slow)(int)  | a.B.c (slow) | ()V  | false
                    """)
    void a_pattern_speaks_of_all_overloads_or_of_one(
            String pattern, String method, String descriptor, boolean matches) {
        assertThat(MethodPattern.of(pattern).matches(method, descriptor)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "+0%, 3, 3, true",
        "+0%, 3, 4, false",
        "+0%, 0, 0, true",
        "+0%, 0, 1, false",
        "+10%, 10, 11, true",
        "+10%, 10, 12, false",
        "+0.1%, 1000, 1001, true",
        "+0.1%, 999, 1000, false",
        "+0%, 9007199254740991, 9007199254740992, false",
        "+3, 3, 6, true",
        "+3, 3, 7, false",
        "3, 99, 3, true",
        "3, 99, 4, false"
    })
    void bounds_are_exact(String bound, double base, double current, boolean allowed) throws InvalidRules {
        assertThat(parse("calls(a.*) <= " + bound).bound().allows(base, current))
                .isEqualTo(allowed);
    }

    private static Rule parse(String text) throws InvalidRules {
        return Rule.parse(text, Place.ofOption("--rule", text));
    }

    private static String printed(Bound bound) {
        return bound.toString().replaceAll("\\[\\w+=|\\]", " ").strip();
    }
}
