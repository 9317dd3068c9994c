package dev.jprof.cli.jvm;

import java.util.List;

/** By what name a JVM's program is called: its main class, or its jar or module without the folder. */
final class ProgramName {
    private static final String LAUNCHER_OF_SOURCES = "jdk.compiler/com.sun.tools.javac.launcher.";

    private ProgramName() {}

    /**
     * Returns the name, empty where nothing says it.
     *
     * @param javaCommand the program and its arguments as the JVM has them, in one text: where a jar's name ends that has
     *     spaces in it, only the command line says
     */
    static String of(String javaCommand, List<String> commandLine) {
        if (javaCommand.isEmpty()) {
            int program = JvmFlags.programIn(commandLine);
            return program == 0 ? "" : withoutFolder(commandLine.get(program));
        }
        String[] words = javaCommand.split(" ", 0);
        if (javaCommand.startsWith(LAUNCHER_OF_SOURCES) && words.length > 1) {
            return withoutFolder(words[1]);
        }
        String longest = "";
        for (String word : commandLine) {
            if (word.length() > longest.length() && (javaCommand + " ").startsWith(word + " ")) {
                longest = word;
            }
        }
        return withoutFolder(longest.isEmpty() ? words[0] : longest);
    }

    private static String withoutFolder(String program) {
        return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    }
}
