package dev.jprof.cli.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command of the shell, as {@code help} describes it.
 *
 * @param arguments as they are typed behind the name; empty for none
 */
record Command(String name, String arguments, String meaning) {
    private static final String SELECTION = "[N|SHARE|REGEX]...";

    /** In the order of {@code help}. */
    static final List<Command> ALL = List.of(
            new Command("read", "[FILE]", "Load a profile; without a file, the current one again."),
            new Command("add", "FILE", "Add another profile up with what is loaded."),
            new Command("sort", "[KEY]...", "Sort by keys, the most significant first; without a key, list them."),
            new Command("reverse", "", "Turn the order round."),
            new Command("strip", "", "Leave packages out of names; with --style pstats, folders out of file names."),
            new Command("stats", SELECTION, "The table of methods."),
            new Command("callers", SELECTION, "Who called each method."),
            new Command("callees", SELECTION, "Whom each method called."),
            new Command("tree", "[PERCENT] [REGEX]", "The call tree: what costs PERCENT (1) or more, through REGEX."),
            new Command("diff", "FILE [--counts|--force] " + SELECTION, "What moved since an older profile, and why."),
            new Command("html", "[FILE]", "Write the page of what is loaded; without a file, report.html."),
            new Command("help", "[COMMAND]", "This list, or more about one command."),
            new Command("quit", "", "Leave; so does the end of the input (Ctrl-D)."));

    static List<String> names() {
        return ALL.stream().map(Command::name).toList();
    }

    static @Nullable Command named(String name) {
        return ALL.stream()
                .filter(command -> command.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    String usage() {
        return arguments.isEmpty() ? name : name + " " + arguments;
    }

    boolean selects() {
        return arguments.endsWith(SELECTION);
    }
}
