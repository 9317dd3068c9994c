/**
 * What a check demands: the language of rules, jprof.yml and its mistakes. Knows no profile. Start at
 * {@link dev.jprof.report.check.rule.Rule}.
 */
@NullMarked
package dev.jprof.report.check.rule;

import org.jspecify.annotations.NullMarked;
