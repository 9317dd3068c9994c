package dev.jprof.cli.jvm;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was looked at, how it stands, and what to do about it.
 *
 * @param subject what was looked at, in one word
 * @param found what was found, of a JVM without naming it: "is stopped"
 * @param fix what to do about it; empty where there is nothing to do
 */
public record Check(String subject, Level level, String found, String fix) {
    /** How grave it is. */
    public enum Level {
        OK,
        /** Attaching works, with something to know about. */
        WARN,
        /** Attaching can't work. */
        FAIL
    }

    public static Check ok(String subject, String found) {
        return new Check(subject, Level.OK, found, "");
    }

    public static Check warn(String subject, String found, String fix) {
        return new Check(subject, Level.WARN, found, fix);
    }

    public static Check fail(String subject, String found, String fix) {
        return new Check(subject, Level.FAIL, found, fix);
    }

    public boolean fails() {
        return level == Level.FAIL;
    }

    /** What was found and what to do about it, in one line. */
    public String line() {
        return fix.isEmpty() ? found : found + "; " + fix;
    }

    /** The same of a process, which is named. */
    public String lineOn(long pid) {
        return found.startsWith("there is") ? line() : "process " + pid + " " + line();
    }

    /** Why attaching can't work; empty when it can. */
    public static Optional<Check> obstacle(List<Check> checks) {
        return checks.stream().filter(Check::fails).findFirst();
    }

    /** What there is to say of an agent of jprof that is in the JVM; empty when none is. */
    public static Optional<Check> agent(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.subject().equals(AttachChecks.AGENT) && check.level() == Level.WARN)
                .findFirst();
    }
}
