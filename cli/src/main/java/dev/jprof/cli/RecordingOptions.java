package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.launch.ProfileFiles;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Makes every option of the agent a long option of a verb. */
final class RecordingOptions {
    private static final String BOTH = "both";

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

    /** Returns the verb with the options, and with everything from its first argument on left to the program. */
    static CommandLine addTo(Object verb) {
        CommandLine line = new CommandLine(verb);
        for (Option option : Option.values()) {
            line.getCommandSpec().addOption(specOf(option));
        }
        return line.setStopAtPositional(true);
    }

    /**
     * Returns the verb with the options, before or after its arguments, and with both modes at once.
     *
     * @param both what then happens
     */
    static CommandLine addWithBothTo(Object verb, String both) {
        CommandLine line = new CommandLine(verb);
        for (Option option : Option.values()) {
            line.getCommandSpec().addOption(option == Option.MODE ? modeOrBoth(both) : specOf(option));
        }
        return line;
    }

    private static OptionSpec modeOrBoth(String both) {
        return OptionSpec.builder(nameOf(Option.MODE))
                .type(String.class)
                .paramLabel(Option.MODE.placeholder() + "|" + BOTH)
                .description(Option.MODE.help() + " With both " + both + ", and the shares are compared, as by 'jprof"
                        + " referee'. (default: " + Option.MODE.defaultValue() + ")")
                .build();
    }

    /** Whether both modes are wanted. */
    static boolean wantsBoth(CommandSpec verb) {
        return BOTH.equals(verb.commandLine().getParseResult().matchedOptionValue(nameOf(Option.MODE), ""));
    }

    /** The options of what is sampled where both modes are wanted. */
    static AgentOptions sampled(CommandSpec verb) {
        Map<Option, String> values = given(verb);
        values.keySet().removeIf(option -> option.mode().equals("instrument"));
        values.put(Option.MODE, "sample");
        values.put(Option.FILE, ProfileFiles.sampled(values.getOrDefault(Option.FILE, Option.FILE.defaultValue())));
        return checked(verb, values);
    }

    /** The options of what is instrumented then. */
    static AgentOptions instrumented(CommandSpec verb) {
        Map<Option, String> values = given(verb);
        values.keySet()
                .removeIf(option -> option == Option.MODE || option.mode().equals("sample"));
        return checked(verb, values);
    }

    /** Reads them back, checked. */
    static AgentOptions of(CommandSpec verb) {
        return checked(verb, given(verb));
    }

    private static Map<Option, String> given(CommandSpec verb) {
        Map<Option, String> values = new EnumMap<>(Option.class);
        for (Option option : Option.values()) {
            String value = verb.commandLine().getParseResult().matchedOptionValue(nameOf(option), null);
            if (value != null) {
                values.put(option, value);
            }
        }
        return values;
    }

    private static AgentOptions checked(CommandSpec verb, Map<Option, String> values) {
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
