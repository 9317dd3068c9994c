package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.launch.AgentJar;
import dev.jprof.cli.launch.ExamplesJar;
import dev.jprof.cli.launch.ProgramOutput;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.truth.Truth;
import dev.jprof.report.truth.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs programs of {@code jprof selftest} under the agent.
 *
 * @param scale how much of a program's work is done, 0 to 1
 */
record SelftestRun(String java, List<String> flags, double scale) {
    private static final String MAIN = "dev.jprof.examples.selftest.SelftestProgram";
    private static final String AGENT = "jprof: ";
    private static final String PROFILED = "dev.jprof.examples.selftest.programs.*";

    /** A program that did not hold while other work was in its way is tried once more. */
    Verdict verdictOn(String program) throws IOException {
        Verdict verdict = tryOnce(program);
        return verdict.isDoubtful() ? tryOnce(program).onSecondTry() : verdict;
    }

    private Verdict tryOnce(String program) throws IOException {
        Path profile = Files.createTempFile("jprof-selftest", ".json");
        try {
            List<String> output = ProgramOutput.of(command(program, profile));
            Truth truth = Truth.in(output);
            if (truth.methods().isEmpty() || Files.size(profile) == 0) {
                throw new IOException(program + " did not run to its end, or not under the agent" + reason(output));
            }
            return Verdict.of(program, truth, ProfileReader.read(profile));
        } finally {
            Files.deleteIfExists(profile);
        }
    }

    /** What the agent says tells more than what the program has said before. */
    private static String reason(List<String> output) {
        String said = output.stream()
                .filter(line -> line.startsWith(AGENT))
                .findFirst()
                .map(line -> ": " + line.substring(AGENT.length()))
                .orElseGet(() -> ProgramOutput.firstOf(output));
        boolean memory = said.contains("OutOfMemoryError");
        return said + (memory ? "; -Xmx16m is enough for each of these programs" : "");
    }

    private List<String> command(String program, Path profile) throws IOException {
        List<String> command = new ArrayList<>(List.of(java, agent(profile)));
        command.addAll(flags);
        command.addAll(List.of("-cp", ExamplesJar.find().toString(), MAIN, program, Double.toString(scale)));
        return command;
    }

    private static String agent(Path profile) throws IOException {
        try {
            AgentOptions options = AgentOptions.of(Map.of(Option.FILE, profile.toString(), Option.INCLUDE, PROFILED));
            return "-javaagent:" + AgentJar.extract() + "=" + options.toAgentArgs();
        } catch (OptionException temporaryFolder) {
            throw new IOException(temporaryFolder.getMessage(), temporaryFolder);
        }
    }
}
