package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Makes every option of the agent a long option of a verb. */
final class RecordingOptions {
    private RecordingOptions() {}

    /** Returns the verb with the options but {@code file}: it names its files itself. */
    static CommandLine addAllButFileTo(Object verb) {
        CommandLine line = new CommandLine(verb);
        for (Option option : Option.values()) {
            if (option != Option.FILE) {
                line.getCommandSpec().addOption(specOf(option));
            }
        }
        return line;
    }

    /** Returns the verb with the options, before or after its arguments. */
    static CommandLine addInAnyOrderTo(Object verb) {
        CommandLine line = new CommandLine(verb);
        for (Option option : Option.values()) {
            line.getCommandSpec().addOption(specOf(option));
        }
        return line;
    }

    /** Returns the verb with the options, and with everything from its first argument on left to the program. */
    static CommandLine addTo(Object verb) {
        CommandLine line = new CommandLine(verb);
        for (Option option : Option.values()) {
            line.getCommandSpec().addOption(specOf(option));
        }
        return line.setStopAtPositional(true);
    }

    /** Reads them back, checked. */
    static AgentOptions of(CommandSpec verb) {
        Map<Option, String> values = new EnumMap<>(Option.class);
        for (Option option : Option.values()) {
            String value = verb.commandLine().getParseResult().matchedOptionValue(nameOf(option), null);
            if (value != null) {
                values.put(option, value);
            }
        }
        try {
            return AgentOptions.of(values);
        } catch (OptionException wrong) {
            throw new ParameterException(verb.commandLine(), wrong.getMessage());
        }
    }

    private static OptionSpec specOf(Option option) {
        String[] names = switch (option) {
            case FILE -> new String[] {"-o", nameOf(option)};
            case DURATION -> new String[] {"-d", nameOf(option)};
            default -> new String[] {nameOf(option)};
        };
        String initial = option.defaultValue().isEmpty() ? "" : " (default: " + option.defaultValue() + ")";
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(option.placeholder())
                .description(option.help().replace("%", "%%") + initial)
                .build();
    }

    private static String nameOf(Option option) {
        return "--" + option.key();
    }
}
