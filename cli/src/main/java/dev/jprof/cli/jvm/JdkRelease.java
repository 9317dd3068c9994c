package dev.jprof.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which JDK a JVM runs on: as it says itself, else as the file {@code release} beside its library says. */
record JdkRelease(String version, String vm) {
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"([^\"]*)\"");
    private static final Pattern OPEN_J9 = Pattern.compile("(?m)^JVM_VARIANT=\"(?i:openj9)\"");
    /** Where the library lies up to JDK 8, whose Debian package has no file {@code release}. */
    private static final Pattern JDK_8 = Pattern.compile(".*/jre/lib/[^/]+/[^/]+/libjvm\\.so");
    /** From {@code lib/amd64/server/libjvm.so} under {@code jre} up to the JDK. */
    private static final int MOST_FOLDERS = 6;

    static JdkRelease of(long pid, RunningJvm.Trace trace) {
        PerfData data = trace.data();
        String version = data.text("java.property.java.version");
        return version.isEmpty()
                ? read(pid, trace.library())
                : new JdkRelease(version, data.text("java.property.java.vm.name"));
    }

    private static JdkRelease read(long pid, String library) {
        Path folder = Path.of(library).getParent();
        for (int i = 0; i < MOST_FOLDERS && folder != null; i++, folder = folder.getParent()) {
            String release =
                    text(ProcFolder.of(pid).inside(folder.resolve("release").toString()));
            Matcher version = VERSION.matcher(release);
            if (version.find()) {
                return new JdkRelease(version.group(1), OPEN_J9.matcher(release).find() ? "OpenJ9" : "HotSpot");
            }
        }
        return new JdkRelease(JDK_8.matcher(library).matches() ? "1.8" : "", "");
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
