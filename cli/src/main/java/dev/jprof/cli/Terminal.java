package dev.jprof.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is known of the terminal that the command was started from. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;

    private Terminal() {}

    /** Whether standard output is a terminal; false when in doubt. */
    @SuppressWarnings("SystemConsoleNull") // Null says no before 22; from then on isTerminal is asked.
    static boolean isStandardOutput() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since 22 a console exists without a terminal, and this method says which.
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** Bold text: never when NO_COLOR says anything at all. */
    static boolean wantsBold() {
        String noColor = System.getenv("NO_COLOR");
        return (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** How wide it is; 80 when nobody knows. */
    static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return size.matches("\\d+ [1-9]\\d{0,4}")
                    ? Integer.parseInt(size.substring(size.indexOf(' ') + 1))
                    : USUAL_COLUMNS;
        } catch (IOException none) {
            return USUAL_COLUMNS;
        }
    }

    /** Whether box-drawing characters will be seen as such. Windows consoles show them; elsewhere the locale says. */
    static boolean showsBoxes() {
        // The launcher sets LC_ALL in a locale that knows ASCII only, and then leaves what it was.
        if (System.getenv("JPROF_LC_ALL") != null) {
            return false;
        }
        String locale = firstSet("LC_ALL", "LC_CTYPE", "LANG").toUpperCase(Locale.ROOT);
        return locale.contains("UTF-8") || locale.contains("UTF8") || System.getenv("WT_SESSION") != null;
    }

    private static String firstSet(String... names) {
        for (String name : names) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
