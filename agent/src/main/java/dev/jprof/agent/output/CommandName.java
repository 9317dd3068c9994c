package dev.jprof.agent.output;

/** What a program is called in its profile: its main class or the name of its jar file, never its arguments. */
public final class CommandName {
    private CommandName() {}

    /**
     * Returns the main class, or the jar file without its folder.
     *
     * @param command main class or jar file and arguments, as the property {@code sun.java.command} has them
     */
    public static String of(String command) {
        String whole = whole(command);
        if (!whole.endsWith(".jar")) {
            return whole;
        }
        return whole.substring(1 + Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')));
    }

    /** What follows the main class or jar file, as one text. */
    static String arguments(String command) {
        String whole = whole(command);
        return command.length() > whole.length() ? command.substring(whole.length() + 1) : "";
    }

    private static String whole(String command) {
        int space = command.indexOf(' ');
        String first = space < 0 ? command : command.substring(0, space);
        int jar = command.indexOf(".jar");
        boolean isPath = first.indexOf('/') >= 0 || first.indexOf('\\') >= 0 || first.endsWith(".jar");
        return isPath && jar >= 0 ? command.substring(0, jar + ".jar".length()) : first;
    }
}
