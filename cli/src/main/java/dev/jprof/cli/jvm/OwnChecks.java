package dev.jprof.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the JVM that runs jprof itself stands. */
public final class OwnChecks {
    private static final long LEAST_BYTES = 100L << 20;

    private OwnChecks() {}

    public static List<Check> all() {
        Check memory = ProcFolder.isThere()
                ? CgroupLimits.of(ProcFolder.own()).check("memory", LEAST_BYTES)
                : Check.ok("memory", "has no limit of a container");
        return List.of(
                Check.ok("java", "runs jprof: JDK " + Runtime.version() + " in " + System.getProperty("java.home")),
                attachModule(),
                temporaryFolder(),
                memory);
    }

    private static Check attachModule() {
        return ModuleLayer.boot().findModule("jdk.attach").isPresent()
                ? Check.ok("attach", "the module jdk.attach is there")
                : Check.fail(
                        "attach",
                        "this Java has no module jdk.attach",
                        "let a whole JDK run jprof: JPROF_JAVA=/path/of/jdk/bin/java");
    }

    private static Check temporaryFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (!Files.isWritable(folder)) {
                return Check.fail("tmp", folder + " can't be written", "make it writable");
            }
            String room = folder + " has " + (free >> 20) + " MB of room";
            return free < LEAST_BYTES ? Check.warn("tmp", room, "make more") : Check.ok("tmp", room);
        } catch (IOException missing) {
            return Check.fail(
                    "tmp", folder + " can't be used", "make it, or set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
        }
    }
}
