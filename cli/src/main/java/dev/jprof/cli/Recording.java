package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Destination;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.launch.AgentJar;
import dev.jprof.cli.launch.ChildProcess;
import dev.jprof.cli.launch.JvmOptions;
import dev.jprof.cli.launch.ProfileFiles;
import dev.jprof.cli.launch.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that jprof starts, waits for and then reports on. */
final class Recording {
    private static final long NO_PROCESS_YET = 0;

    private final Target target;
    private final AgentOptions options;
    private final long startMillis = System.currentTimeMillis();

    Recording(Target target, AgentOptions given) throws OptionException {
        this.target = target;
        this.options = target.adapt(given);
        Destination.check(given, NO_PROCESS_YET);
    }

    /** Returns the options of the program's JVM, the agent among them. */
    List<String> jvmOptions() throws IOException {
        return JvmOptions.of(target, AgentJar.extract(), options);
    }

    /** Returns the program's exit code. */
    int run() throws IOException {
        List<String> jvmOptions = jvmOptions();
        String before = System.getenv().getOrDefault("JAVA_TOOL_OPTIONS", "");
        return ChildProcess.run(
                target.commandWith(jvmOptions),
                target.kind() == Target.Kind.OTHER
                        ? Map.of("JAVA_TOOL_OPTIONS", Target.toolOptions(before, jvmOptions))
                        : Map.of());
    }

    /** Prints what {@code jprof referee} prints of the profile that the program wrote, and of another that it wrote when sampled. */
    void judge(Console console, Recording sampled) throws IOException {
        List<Path> profiles = ProfileFiles.written(options.file(), startMillis);
        List<Path> referees = ProfileFiles.written(sampled.options.file(), sampled.startMillis);
        console.complain(
                "jprof: instrumented: " + names(profiles, options) + "; sampled: " + names(referees, sampled.options));
        if (profiles.size() == 1 && referees.size() == 1) {
            Main.run(
                    console,
                    List.of(
                            "referee",
                            profiles.get(0).toString(),
                            referees.get(0).toString()));
        }
    }

    private static String names(List<Path> profiles, AgentOptions options) {
        return profiles.isEmpty()
                ? "no profile at " + options.file()
                : profiles.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** Prints what {@code jprof report} prints of the profiles that the program wrote, and returns them. */
    List<Path> report(Console console, List<String> arguments) throws IOException {
        List<Path> profiles = ProfileFiles.written(options.file(), startMillis);
        if (profiles.isEmpty()) {
            console.complain("jprof: the program wrote no profile to " + options.file());
            return profiles;
        }
        List<String> words = new ArrayList<>(List.of("report"));
        profiles.forEach(profile -> words.add(profile.toString()));
        words.addAll(arguments);
        Main.run(console, words);
        return profiles;
    }
}
