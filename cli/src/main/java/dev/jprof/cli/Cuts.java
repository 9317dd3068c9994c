package dev.jprof.cli;

import dev.jprof.report.view.PathCuts;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which paths of the call tree are looked at. */
final class Cuts {
    @Option(
            names = "--thread",
            paramLabel = "REGEX",
            description = "Only threads whose name matches; threads that share a row go together.")
    private List<String> threads = List.of();

    @Option(names = "--focus", paramLabel = "REGEX", description = "Only paths through a method that matches.")
    private List<String> focus = List.of();

    @Option(names = "--ignore", paramLabel = "REGEX", description = "No paths through a method that matches.")
    private List<String> ignore = List.of();

    @Option(
            names = "--hide",
            paramLabel = "REGEX",
            description = "Take matching methods out of their paths; their time goes to the caller.")
    private List<String> hide = List.of();

    PathCuts paths() {
        return new PathCuts(threads, focus, ignore, hide);
    }
}
