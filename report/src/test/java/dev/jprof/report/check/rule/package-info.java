/** Tests of the language of rules. Start at {@link dev.jprof.report.check.rule.RuleTest}. */
package dev.jprof.report.check.rule;
