package dev.jprof.cli.jvm;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM as it looks from outside. Texts are empty where nothing could be read.
 *
 * @param program the main class, or the name of the jar or module without its folder
 * @param version the JDK's, such as 17.0.17 or 1.8.0_472
 * @param vm the name of the virtual machine, such as OpenJDK 64-Bit Server VM
 * @param user the name of the user who runs it
 * @param start when it was started
 */
public record RunningJvm(
        long pid, String program, String version, String vm, String user, Optional<Instant> start, Trace trace) {
    /**
     * Where the rest can be looked up.
     *
     * @param library the file of the virtual machine as the JVM itself sees it; empty where that is unknown
     */
    record Trace(PerfData data, JvmFlags flags, String library) {}

    private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,3})");

    /** The feature number, such as 8 or 17; 0 when the version is unknown. */
    public int feature() {
        Matcher feature = FEATURE.matcher(version);
        return feature.lookingAt() ? Integer.parseInt(feature.group(1)) : 0;
    }
}
