package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.Unreachable;
import dev.jprof.report.view.UsageException;

/** The JVM that a verb is about, by what somebody typed. */
final class RunningTarget {
    private RunningTarget() {}

    static AttachedJvm of(String text) throws Unreachable {
        try {
            return AttachedJvm.of(Long.parseLong(text));
        } catch (NumberFormatException name) {
            throw new UsageException("expects a process id, not '" + text + "'");
        }
    }
}
