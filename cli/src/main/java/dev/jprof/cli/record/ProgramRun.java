package dev.jprof.cli.record;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.FileName;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.launch.AgentJar;
import dev.jprof.cli.launch.JvmOptions;
import dev.jprof.cli.launch.ProgramOutput;
import dev.jprof.cli.launch.QuietProcess;
import dev.jprof.cli.launch.Target;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.ProfileWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the programs of both sides under the agent, into a folder of runs. */
public record ProgramRun(RunsFolder folder, Target base, Target current, AgentOptions options) {
    /**
     * Runs the program of one side once.
     *
     * @throws IOException if it fails or writes no profile; then the run is not there
     */
    public void record(PlannedRun run) throws IOException {
        folder.deleteUnfinished();
        try {
            keep(profilesOf(run, folder.unfinished()), folder.profile(run));
        } finally {
            folder.deleteUnfinished();
        }
    }

    private List<Path> profilesOf(PlannedRun run, Path unfinished) throws IOException {
        int exitCode = start(run, Path.of(FileName.literally(unfinished.toString()), "%p.json"));
        if (exitCode != 0) {
            throw failure(run, "ended with exit code " + exitCode);
        }
        List<Path> profiles = profilesIn(unfinished);
        if (profiles.isEmpty()) {
            throw failure(run, "wrote no profile");
        }
        return profiles;
    }

    private static void keep(List<Path> profiles, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (profiles.size() == 1) {
            Files.move(profiles.get(0), file, StandardCopyOption.ATOMIC_MOVE);
        } else {
            ProfileWriter.write(ProfileReader.readMerged(profiles), file);
        }
    }

    private int start(PlannedRun run, Path file) throws IOException {
        Target target = run.side() == Side.BASE ? base : current;
        List<String> jvmOptions = JvmOptions.of(target, AgentJar.extract(), into(file));
        String before = System.getenv().getOrDefault("JAVA_TOOL_OPTIONS", "");
        Map<String, String> environment = target.kind() == Target.Kind.OTHER
                ? Map.of("JAVA_TOOL_OPTIONS", Target.toolOptions(before, jvmOptions))
                : Map.of();
        return QuietProcess.run(target.commandWith(jvmOptions), environment, folder.output());
    }

    private AgentOptions into(Path file) throws IOException {
        try {
            return options.withFile(file.toString());
        } catch (OptionException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }

    private static List<Path> profilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private IOException failure(PlannedRun run, String what) throws IOException {
        List<String> said = new String(Files.readAllBytes(folder.output()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new IOException("the program of --" + run.side().word() + " " + what + " in run " + run.name()
                + ProgramOutput.firstOf(said) + " (all it said is in " + folder.output() + ")");
    }
}
