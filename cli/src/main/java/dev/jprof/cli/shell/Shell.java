package dev.jprof.cli.shell;

import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Nearest;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortKey;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One session: reads commands until there are no more, prints what they ask for, and goes on after a mistake. */
public final class Shell {
    private static final Pattern COMMAND = Pattern.compile("(?s)([a-zA-Z0-9_]*)(.*)");

    private final Setting setting;
    private final Writer out;
    private final Loaded loaded;
    private String last = "";

    public Shell(Setting setting, Writer out) {
        this.setting = setting;
        this.out = out;
        this.loaded = new Loaded(setting);
    }

    /** Names of the methods that are loaded now, for completion. */
    public Collection<String> methods() {
        return loaded.methods();
    }

    /** Loads the first file and adds the others, as {@code read} and {@code add} do. */
    public void load(List<String> files) throws IOException {
        String command = "read ";
        for (String file : files) {
            execute(command + file);
            command = "add ";
        }
        last = "";
    }

    /** Until {@code quit} or the end of the lines. */
    public void run(Lines lines) throws IOException {
        boolean open = true;
        while (open) {
            out.flush();
            String line = lines.next(Printable.of(loaded.name()) + "% ");
            open = line != null && execute(line.strip());
        }
    }

    /** An empty line is the last one again. False if the session ends with it. */
    private boolean execute(String line) throws IOException {
        String meant = line.isEmpty() ? last : line.startsWith("?") ? "help " + line.substring(1) : line;
        last = meant;
        Matcher parts = COMMAND.matcher(meant);
        if (meant.isEmpty() || !parts.matches()) {
            return true;
        }
        String command = parts.group(1);
        if (command.equals("quit") || command.equals("EOF")) {
            return false;
        }
        out.write(printed(meant, command, parts.group(2).strip()));
        return true;
    }

    /** What a command prints; whatever goes wrong in it is the user's mistake. */
    private String printed(String line, String command, String argument) throws IOException {
        StringWriter printed = new StringWriter();
        try {
            execute(line, command, argument, printed);
        } catch (UsageException | IOException mistake) {
            complain(String.valueOf(mistake.getMessage()), printed);
        }
        return printed.toString();
    }

    private void execute(String line, String command, String argument, Writer printed) throws IOException {
        switch (command) {
            case "read" -> loaded.read(argument);
            case "help" -> help(argument, printed);
            case "sort", "add", "reverse", "strip", "stats", "callers", "callees", "tree", "diff", "html" -> {
                Tables tables = loaded.tables();
                if (tables == null) {
                    throw new UsageException("No statistics object is loaded.");
                }
                show(tables, command, argument, printed);
            }
            default -> throw unknown(line, command);
        }
    }

    private void show(Tables tables, String command, String argument, Writer printed) throws IOException {
        List<String> words = argument.isEmpty() ? List.of() : List.of(argument.split("\\s+"));
        Views views = new Views(setting, tables, loaded.name());
        switch (command) {
            case "add" -> loaded.add(tables, argument);
            case "sort" -> sort(tables, words, printed);
            case "reverse" -> tables.reverse();
            case "strip" -> tables.strip();
            case "stats" -> tables.stats(selection(words, printed), printed);
            case "callers" -> tables.relatives(Direction.CALLERS, selection(words, printed), printed);
            case "callees" -> tables.relatives(Direction.CALLEES, selection(words, printed), printed);
            case "tree" -> views.tree(words, printed);
            case "diff" -> views.diff(words, printed);
            default -> views.html(argument);
        }
    }

    private List<Restriction> selection(List<String> words, Writer printed) throws IOException {
        Arguments arguments = Arguments.of(words);
        for (int wrong = 0; wrong < arguments.wrongShares(); wrong++) {
            complain("Fraction argument must be in [0, 1]", printed);
        }
        return setting.pstats() ? arguments.restrictions() : arguments.readable();
    }

    /** As in pstats, one word that is no key asks for the list of them. */
    private void sort(Tables tables, List<String> words, Writer printed) throws IOException {
        boolean several = words.stream().anyMatch(word -> word.contains(","));
        try {
            SortOrder order = SortOrder.parse(words, false);
            if (!words.isEmpty() && keys().containsAll(order.keys()) && !(several && setting.pstats())) {
                tables.sort(order);
                return;
            }
        } catch (UsageException noKey) {
            // The list says more than the reason.
        }
        printed.write("Valid sort keys (unique prefixes are accepted):\n");
        for (String key : setting.pstats() ? SortOrder.wordsOfPstats() : SortOrder.words()) {
            printed.write(key + " -- " + SortOrder.parse(List.of(key), false).label() + "\n");
        }
    }

    private List<SortKey> keys() {
        return Arrays.stream(SortKey.values())
                .filter(key -> key.isOfPstats() || !setting.pstats())
                .toList();
    }

    private UsageException unknown(String line, String command) {
        return new UsageException(
                setting.pstats()
                        ? "*** Unknown syntax: " + Printable.of(line)
                        : "there is no command '" + Printable.of(command) + "'; did you mean '"
                                + Nearest.of(command, Command.names()) + "'? 'help' lists all");
    }

    private static void help(String name, Writer printed) throws IOException {
        if (name.isEmpty()) {
            for (Command command : Command.ALL) {
                printed.write("%-9s %s%n".formatted(command.name(), command.meaning()));
            }
            printed.write("An empty line is the last command again.\n");
            return;
        }
        Command command = Command.named(name);
        if (command == null) {
            throw new UsageException("*** No help on " + Printable.of(name));
        }
        printed.write(command.usage() + "\n" + command.meaning() + "\n");
        if (command.selects()) {
            printed.write("Rows are kept from left to right: N of them, a SHARE from 0 to 1 (0.1), or those whose name"
                    + " REGEX is found in.\n");
        }
    }

    /** Python says everything on standard output; people would rather not have it in their files. */
    private void complain(String line, Writer printed) throws IOException {
        if (setting.pstats()) {
            printed.write(line + "\n");
        } else {
            out.flush();
            setting.complain(line);
        }
    }
}
