package dev.jprof.api;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.concurrent.TimeUnit;

/**
 * Loads the agent into this JVM when the program asks for it: by the system property {@code jprof.agent} or the environment
 * variable {@code JPROF_AGENT}, the agent's jar and, behind a {@code =}, its options. A JVM may not attach to itself, so a
 * second one does it, which is this class's main method.
 */
final class SelfAttach {
    private static final String PROPERTY = "jprof.agent";
    private static final String VARIABLE = "JPROF_AGENT";
    private static final long PATIENCE_SECONDS = 60;

    private final File jar;
    private final String options;

    private SelfAttach(File jar, String options) {
        this.jar = jar;
        this.options = options;
    }

    /** What the program asks for; null when it asks for nothing. */
    static SelfAttach asked() {
        String asked;
        try {
            asked = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        } catch (SecurityException programsManager) {
            return null;
        }
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        int equals = asked.indexOf('=');
        return equals < 0
                ? new SelfAttach(new File(asked), "")
                : new SelfAttach(new File(asked.substring(0, equals)), asked.substring(equals + 1));
    }

    /** Returns why it failed, in a few words; empty when the agent is in this JVM now. */
    String load() {
        if (!jar.isFile()) {
            return PROPERTY + " names " + jar + ", which is no file";
        }
        try {
            Process attacher = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            ownPlace(),
                            SelfAttach.class.getName(),
                            processId(),
                            jar.getAbsolutePath(),
                            options)
                    .redirectErrorStream(true)
                    .start();
            String said = lastLine(attacher);
            if (!attacher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                attacher.destroy();
                return "attaching to itself takes more than a minute";
            }
            return attacher.exitValue() == 0 ? "" : said;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted while it attached to itself";
        } catch (NoClassDefFoundError missing) {
            return "this Java has no module java.management";
        } catch (IOException | URISyntaxException | SecurityException failure) {
            return failure.toString();
        }
    }

    private static String lastLine(Process attacher) throws IOException {
        String last = "";
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(attacher.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            last = line;
        }
        return last;
    }

    private static String ownPlace() throws URISyntaxException, IOException {
        CodeSource source = SelfAttach.class.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null || !"file".equals(place.getProtocol())) {
            throw new IOException("jprof-api is in no file of its own");
        }
        return new File(place.toURI()).getPath();
    }

    private static String processId() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.substring(0, name.indexOf('@'));
    }

    /** Attaches to the JVM with the process id that is the first argument; the others are the agent's jar and its options. */
    public static void main(String[] arguments) {
        try {
            Class<?> machines = virtualMachines();
            Object machine = machines.getMethod("attach", String.class).invoke(null, arguments[0]);
            try {
                machines.getMethod("loadAgent", String.class, String.class).invoke(machine, arguments[1], arguments[2]);
            } finally {
                machines.getMethod("detach").invoke(machine);
            }
        } catch (InvocationTargetException refused) {
            fail(String.valueOf(refused.getCause()));
        } catch (ReflectiveOperationException | IOException missing) {
            fail("its JDK has no module jdk.attach: " + missing);
        }
    }

    private static Class<?> virtualMachines() throws ReflectiveOperationException, IOException {
        String name = "com.sun.tools.attach.VirtualMachine";
        File tools = new File(System.getProperty("java.home"), "../lib/tools.jar");
        if (!tools.isFile()) {
            return Class.forName(name);
        }
        return Class.forName(
                name, true, new URLClassLoader(new URL[] {tools.toURI().toURL()}));
    }

    private static void fail(String reason) {
        System.out.println(reason);
        System.exit(1);
    }
}
