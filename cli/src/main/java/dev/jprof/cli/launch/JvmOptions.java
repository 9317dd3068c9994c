package dev.jprof.cli.launch;

import dev.jprof.agent.options.AgentOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the JVM of a program is given to record what is asked for. */
public final class JvmOptions {
    /** Without it JDK 8 counts some allocated bytes twice; later ones don't know it. */
    private static final String RIGHT_BYTES = "-XX:-FastTLABRefill";

    private JvmOptions() {}

    /** Returns the options, the agent last; the agent alone where nobody knows which JVM it will be. */
    public static List<String> of(Target target, Path agentJar, AgentOptions options) {
        String arguments = options.toAgentArgs();
        String agent = "-javaagent:" + agentJar + (arguments.isEmpty() ? "" : "=" + arguments);
        boolean needsFlag = options.allocations() && target.kind() != Target.Kind.OTHER && isOfJdk8(target.java());
        return needsFlag ? List.of(RIGHT_BYTES, agent) : List.of(agent);
    }

    /** Its file {@code release} says so. Debian's has none, but the class library was a jar then. */
    static boolean isOfJdk8(String java) {
        try {
            Path home = Path.of(java).toRealPath().resolve("../..").normalize();
            Path release = home.resolve("release");
            return Files.exists(release)
                    ? Files.readString(release).contains("JAVA_VERSION=\"1.8")
                    : Files.exists(home.resolve("jre/lib/rt.jar")) || Files.exists(home.resolve("lib/rt.jar"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
