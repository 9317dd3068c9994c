package dev.jprof.cli;

import dev.jprof.cli.launch.AgentJar;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jprof agent-jar}: the path to put behind {@code -javaagent:} by hand. */
@Command(
        name = "agent-jar",
        header = "Prints where the agent jar is, for -javaagent: by hand.",
        mixinStandardHelpOptions = true)
final class AgentJarCommand implements Callable<Integer> {
    private final Console console;

    AgentJarCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.out().write(AgentJar.extract() + "\n");
        return ExitCodes.FINE;
    }
}
