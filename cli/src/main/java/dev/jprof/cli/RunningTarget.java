package dev.jprof.cli;

import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.jvm.RunningJvm;
import dev.jprof.cli.jvm.RunningJvms;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JVM that a verb is about, by what somebody typed. */
final class RunningTarget {
    static final String DESCRIPTION =
            "The JVM's process id, or the name of its main class or jar, as 'jprof ps' has them.";

    private RunningTarget() {}

    static AttachedJvm of(String text) throws IOException {
        return AttachedJvm.of(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : named(text));
    }

    /** A name that fits as a whole goes before one without its package or {@code .jar}, and that before a part of one. */
    private static long named(String name) throws IOException {
        List<RunningJvm> all = RunningJvms.all();
        List<RunningJvm> fitting = Stream.<Predicate<String>>of(
                        name::equals,
                        program -> program.endsWith("." + name) || program.equals(name + ".jar"),
                        program -> program.contains(name))
                .map(fits ->
                        all.stream().filter(jvm -> fits.test(jvm.program())).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (fitting.size() == 1) {
            return fitting.get(0).pid();
        }
        throw new UsageException(
                fitting.isEmpty()
                        ? "no running JVM is called '" + Printable.of(name) + "'; 'jprof ps' lists them"
                        : "'" + Printable.of(name) + "' fits " + fitting.size() + " JVMs, give the process id: "
                                + fitting.stream().map(RunningTarget::candidate).collect(Collectors.joining(", ")));
    }

    private static String candidate(RunningJvm jvm) {
        return jvm.pid() + " " + Printable.of(jvm.program());
    }
}
