package dev.jprof.cli.jvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The flags that a JVM was started with, as far as they can be read from outside: those of its command line, of the environment
 * ({@code JAVA_TOOL_OPTIONS} and its like) and of files, the later one having the last word.
 */
record JvmFlags(List<String> words) {
    /** Options of the launcher whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--enable-native-access",
            "--limit-modules",
            "--patch-module",
            "--source",
            "-d",
            "--describe-module");

    static JvmFlags of(PerfData data, List<String> commandLine, Map<String, String> environment) {
        List<String> all = new ArrayList<>();
        Stream.of("java.rt.vmFlags", "java.rt.vmArgs").forEach(name -> all.addAll(split(data.text(name))));
        all.addAll(split(environment.getOrDefault("JAVA_TOOL_OPTIONS", "")));
        all.addAll(split(environment.getOrDefault("JDK_JAVA_OPTIONS", "")));
        int program = programIn(commandLine);
        if (program > 0) {
            all.addAll(commandLine.subList(1, program));
        }
        all.addAll(split(environment.getOrDefault("_JAVA_OPTIONS", "")));
        return new JvmFlags(List.copyOf(all));
    }

    /** Whether {@code -XX:+name} or {@code -XX:-name} was said last; {@code otherwise} when neither was. */
    boolean isOn(String name, boolean otherwise) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).equals("-XX:+" + name) || words.get(i).equals("-XX:-" + name)) {
                return words.get(i).charAt(4) == '+';
            }
        }
        return otherwise;
    }

    boolean isGiven(String name) {
        return words.contains("-XX:+" + name) || words.contains("-XX:-" + name);
    }

    /** The agents that start with the JVM, each once, without their options. */
    List<String> agents() {
        return words.stream()
                .filter(word -> word.startsWith("-javaagent:")
                        || word.startsWith("-agentpath:")
                        || word.startsWith("-agentlib:"))
                .map(word -> word.substring(word.indexOf(':') + 1).split("=", 2)[0])
                .distinct()
                .toList();
    }

    /** Where the class, the jar or the module stands in the words of {@code java ...}; 0 where there is none. */
    static int programIn(List<String> commandLine) {
        for (int i = 1; i < commandLine.size(); i++) {
            String word = commandLine.get(i);
            if (word.equals("-jar") || word.equals("-m") || word.equals("--module")) {
                return Math.min(i + 1, commandLine.size() - 1);
            }
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return i;
            }
        }
        return 0;
    }

    private static List<String> split(String options) {
        return Arrays.stream(options.split("\\s+", 0))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
