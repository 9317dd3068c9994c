package dev.jprof.cli.launch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Shell text by which {@code bin/jprof} turns into the program. It works on the launcher's own {@code "$@"}, so that the
 * program's arguments pass through neither a JVM nor quotes.
 */
public final class ShellPlan {
    /** First line of every plan; what does not start so is something to show, such as help. */
    public static final String MARK = "#jprof-plan\n";

    private ShellPlan() {}

    /** Returns the plan that changes nothing: the launcher goes on to start the command line as a parent. */
    public static String stay() {
        return MARK;
    }

    /**
     * Returns the plan that becomes the program.
     *
     * @param drop how many of the launcher's arguments stand before the command
     * @param options of the program's JVM, the agent among them
     */
    public static String become(Target target, int drop, List<String> options) {
        String quoted = options.stream().map(ShellPlan::quoted).collect(Collectors.joining(" "));
        return MARK + "shift " + drop + "\n"
                + switch (target.kind()) {
                    case JAVA -> "program=$1\nshift\nexec \"$program\" " + quoted + " \"$@\"\n";
                    case JAR -> "exec " + quoted(target.java()) + " " + quoted + " -jar \"$@\"\n";
                    case OTHER ->
                        "JAVA_TOOL_OPTIONS=\"${JAVA_TOOL_OPTIONS:+$JAVA_TOOL_OPTIONS }\""
                                + quoted(Target.toolOptions("", options))
                                + "\nexport JAVA_TOOL_OPTIONS\nexec \"$@\"\n";
                };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
