package dev.jprof.report.check;

import dev.jprof.report.check.rule.Rule;
import dev.jprof.report.model.JoinedMethods;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The method tables of one run, in which methods of one subject are one method, so that calls inside calls count once. */
final class TablesOfRun {
    private final Profile profile;
    private final List<MethodStats> all;
    private final double whole;
    private final boolean hasLeaves;

    private @Nullable MethodTable byName;
    private @Nullable MethodTable timedByName;

    TablesOfRun(Profile profile) {
        this.profile = profile;
        this.all = MethodTable.of(profile).rows();
        this.whole = all.stream().mapToLong(MethodStats::self).sum();
        this.hasLeaves = all.stream().anyMatch(row -> !row.method().timed());
    }

    /** The methods one by one. */
    List<MethodStats> all() {
        return all;
    }

    /** The time of all methods. */
    double whole() {
        return whole;
    }

    /** The table in which each subject of a rule is a row; what the rule does not judge is in rows of its own. */
    MethodTable of(Rule rule) {
        boolean timed = rule.metric().isOfTime() && hasLeaves;
        if (rule.sum() || rule.methods().isOverload()) {
            return table(method -> ValuesOfRule.isJudged(rule, method) ? Subject.of(rule, method) : method);
        }
        if (timed) {
            timedByName = timedByName == null
                    ? table(method -> method.timed() ? Subject.method(method.qualifiedName()) : method)
                    : timedByName;
            return timedByName;
        }
        byName = byName == null ? table(method -> Subject.method(method.qualifiedName())) : byName;
        return byName;
    }

    private MethodTable table(Function<Method, ?> subjects) {
        return MethodTable.of(JoinedMethods.of(profile, subjects));
    }
}
