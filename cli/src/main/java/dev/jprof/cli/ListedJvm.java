package dev.jprof.cli;

import dev.jprof.cli.jvm.Check;
import dev.jprof.cli.jvm.RunningJvm;
import java.util.Optional;

/**
 * A JVM and whether jprof can attach to it.
 *
 * @param obstacle why not; empty when it can
 */
record ListedJvm(RunningJvm jvm, Optional<Check> obstacle) {}
