package dev.jprof.agent;

/** Whether this JVM runs one of the JDK's own programs, which inherit JAVA_TOOL_OPTIONS and nobody wants to profile. */
final class JdkTool {
    private static final String[] PREFIXES = {"com.sun.tools.", "sun.", "jdk.", "com.sun.java.", "com.sun.corba."};

    /** Tools that run somebody's program in their own JVM: the shell's half that evaluates, and {@code java File.java}. */
    private static final String[] HOSTS = {"jdk.jshell.execution.", "com.sun.tools.javac.launcher."};

    private JdkTool() {}

    static boolean isRunning() {
        return isTool(System.getProperty("sun.java.command", ""));
    }

    /** @param command main class and arguments, the class perhaps behind its module: {@code jdk.compiler/com.sun...} */
    static boolean isTool(String command) {
        int space = command.indexOf(' ');
        String main = space < 0 ? command : command.substring(0, space);
        String mainClass = main.substring(main.indexOf('/') + 1);
        for (String host : HOSTS) {
            if (mainClass.startsWith(host)) {
                return false;
            }
        }
        boolean inModule = main.startsWith("jdk.") || main.startsWith("java.");
        for (String prefix : PREFIXES) {
            if ((inModule || main.indexOf('/') < 0) && mainClass.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
