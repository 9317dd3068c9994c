package dev.jprof.cli;

import dev.jprof.cli.jvm.AttachChecks;
import dev.jprof.cli.jvm.RunningJvm;
import dev.jprof.cli.jvm.RunningJvms;
import dev.jprof.report.io.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jprof ps}: the JVMs that there are, and which of them can be attached to. */
@Command(
        name = "ps",
        header = "Lists the running JVMs and whether they can be attached to.",
        description = {
            "Of this user, and for root of all users: process id, main class or jar, JDK, time since the start, and whether"
                    + " jprof can attach, or why not. Looks from outside only, so that no JVM notices.",
            ""
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class PsCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text or json; without it: text.")
    private String format = "text";

    PsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean text = Choice.of("--format", format, Format.values()) == Format.TEXT;
        List<ListedJvm> jvms = new ArrayList<>();
        for (RunningJvm jvm : RunningJvms.all()) {
            jvms.add(new ListedJvm(jvm, AttachChecks.of(jvm)));
        }
        if (text) {
            JvmTable.write(jvms, Instant.now(), console);
        } else {
            Json.write(console.out(), json -> JvmTable.json(jvms, Instant.now(), json));
            console.out().write('\n');
        }
        return ExitCodes.FINE;
    }
}
