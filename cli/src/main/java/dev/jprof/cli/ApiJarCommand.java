package dev.jprof.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jprof api-jar}: what to put on the class path of a program that profiles itself. */
@Command(
        name = "api-jar",
        header = "Prints the jar with sessions, spans and views, for the class path.",
        description = {
            "It is jprof's own jar and needs Java 17. A program that runs on an older one takes the artefact jprof-api"
                    + " instead, which has counts and times but no views.",
            ""
        },
        mixinStandardHelpOptions = true)
final class ApiJarCommand implements Callable<Integer> {
    private final Console console;

    ApiJarCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, URISyntaxException {
        Path jar = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        console.out().write(jar + "\n");
        return ExitCodes.FINE;
    }
}
