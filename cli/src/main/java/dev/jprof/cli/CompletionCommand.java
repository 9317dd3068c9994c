package dev.jprof.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code jprof completion}: text that a shell reads to complete verbs and options. */
@Command(
        name = "completion",
        header = "Prints completions for bash and zsh: source <(jprof completion)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.out().write(AutoComplete.bash("jprof", Main.whole(console)));
        return ExitCodes.FINE;
    }
}
