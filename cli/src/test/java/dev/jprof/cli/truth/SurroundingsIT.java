package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds the program: files that can't be written, wrong options, other agents, tools, class data sharing. */
class SurroundingsIT {
    private static final String SOURCE = """
            package app;

            public class Plain {
                static double wave(int n) { return Math.sin(n) + Math.max(n, 1); }
                public static void main(String[] args) {
                    double sum = 0;
                    for (int i = 0; i < 5000; i++) sum += wave(i);
                    System.out.println(sum);
                    System.exit(3);
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private Target target() {
        return Target.of(folder, 8, "app.Plain", SOURCE);
    }

    /** One line on standard error, everything else as without the agent. */
    private void runsWithOneLine(String options, String... parts) {
        Target target = target();
        ChildJvm.Ended bare = target.run(ChildJvm.in(folder));

        ChildJvm.Ended ended = target.run(ChildJvm.in(folder).withAgent(options));

        assertThat(ended.out()).isEqualTo(bare.out());
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains(parts);
    }

    @Test
    void a_file_that_cannot_be_written() {
        runsWithOneLine("file=/proc/nowhere/p.json", "/proc/nowhere/p.json");
    }

    @Test
    void a_file_that_is_a_folder() {
        runsWithOneLine("file=" + folder, folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flie=x.json",
                "jdk=some",
                "every=often",
                "clock=sundial",
                "nodes=-1",
                "config=absent.conf",
                "=",
                ",,x"
            })
    void a_wrong_option(String options) {
        runsWithOneLine(options, "jprof");
    }

    @Test
    void a_filter_that_leaves_nothing() {
        runsWithOneLine("include=nothing.*", "include=");

        assertThat(Counts.of(ChildJvm.in(folder).ended(3).profile()).rows()).isEmpty();
    }

    @Test
    void a_working_folder_where_nothing_can_be_written() {
        target().runsTheSame(
                        ChildJvm.in(folder).startedFrom(Path.of("/proc")),
                        "include=app.*,file=" + folder.resolve("profile.json"));

        assertThat(Counts.of(ChildJvm.in(folder).ended(3).profile()).calls("app.Plain.wave"))
                .isEqualTo(5000);
    }

    @Test
    void no_temporary_file_is_made() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));

        target().runsTheSame(
                        ChildJvm.in(folder).with("-Djava.io.tmpdir=" + temporary),
                        "file=" + folder.resolve("profile.json"));

        assertThat(Target.filesIn(temporary)).isEmpty();
    }

    /** As by JAVA_TOOL_OPTIONS and a build tool's own settings together. */
    @Test
    void an_agent_that_is_given_twice_counts_once() {
        String twice = ChildJvm.agent("file=" + folder.resolve("first.json"));
        ChildJvm.Ended ended = target().run(ChildJvm.in(folder).with(twice).withAgent(""));

        assertThat(ended.err()).contains("more than once").hasLineCount(1);
        assertThat(Counts.of(ended.profile("first.json")).calls("app.Plain.wave"))
                .isEqualTo(5000);
        assertThat(ended.folder().resolve("profile.json")).doesNotExist();
    }

    /** The shell makes the folder, because this JVM's locale may lack the letters too. */
    @ParameterizedTest
    @ValueSource(strings = {"", "mode=sample"})
    void in_a_folder_whose_name_the_locale_lacks_the_profile_is_kept(String options) throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        target();
        String script =
                "d=$(printf '\\303\\274'); mkdir $d && cd $d && LC_ALL=C \"$@\"; test -e profile.json && cp profile.json ../kept";
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        script,
                        "sh",
                        InstalledJdks.of(17).orElseThrow().java(),
                        ChildJvm.agent(options),
                        "-Djava.io.tmpdir=" + kept,
                        "-cp",
                        folder.resolve("classes").toString(),
                        "app.Plain")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        process.waitFor();

        assertThat(Target.filesIn(kept)).anyMatch(name -> name.endsWith("profile.json"));
        assertThat(Files.readAllLines(folder.resolve("err.txt"))).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void class_data_sharing_stays_on_without_a_warning(Jdk jdk) {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.on(jdk, folder).with("-Xshare:auto"), "include=app.*");

        assertThat(ended.err()).isEmpty();
        assertThat(Counts.of(ended.profile()).calls("app.Plain.wave")).isEqualTo(5000);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void jdk_calls_are_counted_at_their_call_sites(Jdk jdk) {
        ChildJvm.Ended ended = target().runsTheSame(ChildJvm.on(jdk, folder), "include=app.*,jdk=calls");

        Counts counts = Counts.of(ended.profile());
        assertThat(counts.calls("java.lang.Math.sin")).isEqualTo(5000);
        assertThat(counts.calls("java.lang.Math.max")).isEqualTo(5000);
        assertThat(counts.calls("java.io.PrintStream.println")).isEqualTo(1);
        assertThat(counts.of("java.lang.System.exit")).isEqualTo(new Counts.Row(1, 1, 0, 1));
        assertThat(counts.calls("app.Plain.wave")).isEqualTo(5000);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void jdk_tools_that_inherit_the_agent_say_nothing_and_leave_nothing(Jdk jdk) throws Exception {
        target();
        for (List<String> command : List.of(
                List.of("javac", "-version"),
                List.of("javap", "-cp", "classes", "app.Plain"),
                List.of("jar", "cf", "app.jar", "classes"))) {
            Process tool = process(jdk, command, "");
            String bare = output(tool);

            Process profiled = process(jdk, command, ChildJvm.agent("file=profile.json"));
            String inherited = output(profiled);

            assertThat(inherited.lines().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
                    .containsExactlyElementsOf(bare.lines().toList());
            assertThat(profiled.exitValue()).isEqualTo(tool.exitValue());
        }
        assertThat(Target.filesIn(folder)).doesNotContain("profile.json");
    }

    private Process process(Jdk jdk, List<String> command, String toolOptions) throws Exception {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.command().set(0, jdk.tool(command.get(0)));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (!toolOptions.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
        }
        return builder.start();
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_second_agent_does_not_disturb(boolean first) {
        String jacoco = "-javaagent:" + Target.jarOf("org/jacoco/agent/rt/RT.class") + "=destfile="
                + folder.resolve("jacoco.exec") + ",includes=app.*";
        ChildJvm bare = ChildJvm.in(folder).with(jacoco);
        Target target = target();
        ChildJvm.Ended expected = target.run(bare);

        ChildJvm both = first
                ? bare.withAgent("include=app.*")
                : ChildJvm.in(folder).withAgent("include=app.*").with(jacoco);
        ChildJvm.Ended ended = target.run(both);

        assertThat(ended.err()).isEqualTo(expected.err());
        assertThat(ended.out()).isEqualTo(expected.out());
        assertThat(ended.exitCode()).isEqualTo(expected.exitCode());
        Counts counts = Counts.of(ended.profile());
        assertThat(counts.calls("app.Plain.wave")).isEqualTo(5000);
        assertThat(counts.rows().keySet()).noneMatch(name -> name.contains("jacoco"));
        assertThat(folder.resolve("jacoco.exec")).isNotEmptyFile();
    }
}
