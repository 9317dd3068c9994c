package dev.jprof.cli;

import dev.jprof.cli.launch.Target;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The user's browser, started by the means of the system: AWT would need a display and half a second. */
final class Browser {
    private Browser() {}

    /** Opens an address; false where the system knows no way to. */
    static boolean open(String address) {
        try {
            new ProcessBuilder(command(address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /** Whether the program that opens an address is to be found. */
    static boolean isThere() {
        return Target.isExecutable(command("").get(0), System.getenv());
    }

    private static List<String> command(String address) {
        String browser = System.getenv().getOrDefault("BROWSER", "");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!browser.isEmpty()) {
            return List.of(browser, address);
        }
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
