package dev.jprof.cli;

import dev.jprof.cli.jvm.Check;
import dev.jprof.cli.jvm.RunningJvm;
import java.util.List;
import java.util.Optional;

/** A JVM and what was found out about attaching to it. */
record ListedJvm(RunningJvm jvm, List<Check> checks) {
    /** Why jprof can't attach; empty when it can. */
    Optional<Check> obstacle() {
        return Check.obstacle(checks);
    }

    /** The agent of jprof that is in it already; empty when none is. */
    Optional<Check> agent() {
        return Check.agent(checks);
    }

    String answer() {
        return obstacle()
                .map(check -> "no: " + check.found())
                .orElseGet(() -> agent().map(check -> "yes: " + check.found()).orElse("yes"));
    }
}
