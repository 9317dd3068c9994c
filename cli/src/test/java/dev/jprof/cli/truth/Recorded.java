package dev.jprof.cli.truth;

import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.model.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Profiles of the examples, for tests of what is made of them. */
public final class Recorded {
    private Recorded() {}

    /** Runs an example under the agent, with its default options. */
    public static Profile of(Jdk jdk, Path folder, String example, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                Path.of("..", "examples", "target", "classes")
                        .toAbsolutePath()
                        .normalize()
                        .toString(),
                "dev.jprof.examples." + example));
        command.addAll(List.of(arguments));
        return ChildJvm.on(jdk, folder)
                .withAgent("")
                .run(command.toArray(new String[0]))
                .profile();
    }
}
