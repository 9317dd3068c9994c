package dev.jprof.maven;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.report.view.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code -javaagent:} among the JVM options of a test, as Surefire splits them at spaces. */
final class AgentArgument {
    private final String text;

    /**
     * @param file where each JVM writes its profile, {@code %p} in it
     * @param options of the agent, by key
     */
    AgentArgument(Path jar, Path file, Map<String, String> options) throws OptionException {
        if (options.containsKey("file")) {
            throw new UsageException("the option file can't be set: the profiles of all forks go to <directory>");
        }
        String given = options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue().replace(",", "\\,"))
                .collect(Collectors.joining(","));
        AgentOptions checked = AgentOptions.parse(given).withFile(file.toString());
        text = quoted("-javaagent:" + jar + "=" + checked.toAgentArgs());
    }

    /** Returns the JVM options with the agent before those that are there. */
    String before(String others) {
        return others.isBlank() ? text : text + " " + others.strip();
    }

    private static String quoted(String argument) {
        boolean plain = argument.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'');
        return plain ? argument : '"' + argument + '"';
    }
}
