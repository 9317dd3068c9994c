package dev.jprof.cli;

import dev.jprof.report.view.Direction;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jprof callees}. */
@Command(
        name = "callees",
        header = "Prints whom a method called, how often and at what cost.",
        description = {
            "The numbers are the called method's under that method. Methods are sorted, and the list of each is sorted and"
                    + " limited; with --style pstats the limits apply to the methods, as in pstats.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CalleesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RelativesPrinter relatives = new RelativesPrinter();

    CalleesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return relatives.print(Direction.CALLEES, console);
    }
}
