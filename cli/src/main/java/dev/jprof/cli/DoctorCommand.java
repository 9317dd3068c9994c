package dev.jprof.cli;

import dev.jprof.cli.jvm.AttachChecks;
import dev.jprof.cli.jvm.Check;
import dev.jprof.report.io.Json;
import dev.jprof.report.view.Printable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof doctor}: what would keep jprof from working, and what to do about it. */
@Command(
        name = "doctor",
        header = "Checks whether jprof can attach to a JVM, and this machine.",
        description = {
            "Of a JVM: whether jprof can attach to it, looking from outside only, so that it notices nothing. Without PID:"
                    + " this machine and this jprof. One line for each check, with what to do about it.",
            "Exit code 0 when nothing fails, 3 when something does.",
            ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Parameters(paramLabel = "PID", arity = "0..1", description = "The process id of a JVM, as 'jprof ps' lists it.")
    private @Nullable Long pid;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text or json; without it: text.")
    private String format = "text";

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean text = Choice.of("--format", format, Format.values()) == Format.TEXT;
        List<Check> checks = pid == null ? MachineChecks.of(console) : AttachChecks.of(pid);
        if (text) {
            write(checks);
        } else {
            Json.write(console.out(), json -> json(checks, json));
            console.out().write('\n');
        }
        return fails(checks) ? ExitCodes.UNREACHABLE : ExitCodes.FINE;
    }

    private void write(List<Check> checks) throws IOException {
        int columns = console.terminal() ? Terminal.columns() : Integer.MAX_VALUE;
        for (Check check : checks) {
            String head = String.format(Locale.ROOT, "%-4s  %-9s  ", level(check), check.subject());
            console.out().write(head + Wrapped.behind(head.length(), Printable.of(check.line()), columns) + "\n");
        }
    }

    private static void json(List<Check> checks, Json json) {
        json.startObject().field("format", "jprof-doctor/1").field("holds", !fails(checks));
        json.key("checks").startArray();
        for (Check check : checks) {
            json.startObject().field("subject", check.subject()).field("level", level(check));
            json.field("found", check.found()).field("fix", check.fix()).endObject();
        }
        json.endArray().endObject();
    }

    private static boolean fails(List<Check> checks) {
        return checks.stream().anyMatch(Check::fails);
    }

    private static String level(Check check) {
        return check.level().name().toLowerCase(Locale.ROOT);
    }
}
