package dev.jprof.cli.jdk;

import java.nio.file.Path;

/** A JDK that can be started as an ordinary command: {@code home/bin/java}. */
public record Jdk(int major, Path home) {

    /** The command that starts a JVM of this JDK. */
    public String java() {
        return tool("java");
    }

    /** The command that starts another tool of this JDK, such as {@code javac}. */
    public String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + major;
    }
}
