package dev.jprof.cli.launch;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command of the program to be profiled, and how its JVM comes by the agent.
 *
 * @param words the command as given
 * @param kind how it is started
 * @param java what executes it; nothing of {@link Kind#OTHER}
 */
public record Target(List<String> words, Kind kind, String java) {
    /** How a command is started so that the agent is in its JVM. */
    public enum Kind {
        /** {@code java ...}: the agent becomes its first argument. */
        JAVA,
        /** {@code app.jar ...}: means {@code java -jar app.jar ...}. */
        JAR,
        /** Anything else: every JVM that it starts reads JAVA_TOOL_OPTIONS. */
        OTHER
    }

    /** A command that cannot be started, with the exit code that a shell has for it. */
    public static final class NotFound extends Exception {
        private static final long serialVersionUID = 1;

        private final int exitCode;

        NotFound(String message, int exitCode) {
            super(message);
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    /** Looks a command up; nothing is started. */
    public static Target of(List<String> words, Map<String, String> environment) throws NotFound {
        String first = words.get(0);
        SearchPath path = new SearchPath(environment);
        if (first.toLowerCase(Locale.ROOT).endsWith(".jar")) {
            if (!Files.isRegularFile(Path.of(first))) {
                throw new NotFound(first + ": no such file", 127);
            }
            return new Target(words, Kind.JAR, usersJava(environment));
        }
        if (first.startsWith("-")) {
            throw new NotFound("'" + first + "' is an option, not a command: write java before it", 127);
        }
        Path program = path.find(first);
        if (program == null) {
            boolean there = first.indexOf('/') >= 0 && Files.exists(Path.of(first));
            throw new NotFound(
                    (first.isEmpty() ? "''" : first) + (there ? ": cannot be executed" : ": command not found"),
                    there ? 126 : 127);
        }
        return isJava(first) ? new Target(words, Kind.JAVA, program.toString()) : new Target(words, Kind.OTHER, "");
    }

    /**
     * Returns the options as this command needs them. What starts any number of JVMs, perhaps in other folders, needs an
     * absolute file name with the process id in it, or they overwrite each other.
     */
    public AgentOptions adapt(AgentOptions options) throws OptionException {
        if (kind != Kind.OTHER) {
            return options;
        }
        String file = ProfileFiles.absolute(options.file()).toString();
        return options.withFile(file.replace("%%", "").contains("%p") ? file : ProfileFiles.withProcessId(file));
    }

    /** Returns the words that start the program with options of its JVM; {@link Kind#OTHER} needs {@link #toolOptions} besides. */
    public List<String> commandWith(List<String> options) {
        List<String> command = new ArrayList<>(words);
        if (kind == Kind.JAVA) {
            command.addAll(1, options);
        } else if (kind == Kind.JAR) {
            command.add(0, java);
            command.addAll(1, options);
            command.add(1 + options.size(), "-jar");
        }
        return command;
    }

    /** Returns JAVA_TOOL_OPTIONS with options appended. The JVM splits it at spaces and knows quotes, but no escapes. */
    public static String toolOptions(String before, List<String> options) {
        String quoted = options.stream().map(Target::quoted).collect(Collectors.joining(" "));
        return before.isEmpty() ? quoted : before + " " + quoted;
    }

    private static String quoted(String option) {
        boolean plain = option.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '\'');
        return plain ? option : '"' + option.replace("\"", "\"'\"'\"") + '"';
    }

    private static boolean isJava(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        return name.equals("java") || name.equalsIgnoreCase("java.exe");
    }

    /** Returns the java that typing {@code java} would start, else that of JAVA_HOME, else the one that runs jprof. */
    public static String usersJava(Map<String, String> environment) {
        SearchPath path = new SearchPath(environment);
        for (String candidate : new String[] {"java", environment.getOrDefault("JAVA_HOME", "") + "/bin/java"}) {
            Path found = path.find(candidate);
            if (found != null) {
                return found.toString();
            }
        }
        return ownJava();
    }

    /** Whether a shell would find a program of this name. */
    public static boolean isExecutable(String word, Map<String, String> environment) {
        return new SearchPath(environment).find(word) != null;
    }

    /** Returns the java that runs jprof itself. */
    public static String ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
