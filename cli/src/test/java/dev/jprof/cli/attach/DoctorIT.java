package dev.jprof.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.tools.attach.VirtualMachine;
import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.launch.AgentJar;
import dev.jprof.report.io.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code jprof ps} and {@code jprof doctor} say of real JVMs, and whether attaching then goes as they say. */
@EnabledOnOs(OS.LINUX)
class DoctorIT {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws Exception {
        SleepingJvm.compile(folder);
    }

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    /** JDK 8 obeys fewer users and has another layout. */
    static Stream<Jdk> oldestAndOwn() {
        return Stream.concat(InstalledJdks.of(8).stream(), Stream.of(own()));
    }

    static Stream<Arguments> unreachable() {
        Stream<Arguments> disabled =
                oldestAndOwn().map(jdk -> Arguments.of(jdk, "-XX:+DisableAttachMechanism", "DisableAttachMechanism"));
        Stream<Arguments> closed = Stream.of(21, 25, 26)
                .flatMap(major -> InstalledJdks.of(major).stream())
                .map(jdk -> Arguments.of(jdk, "-XX:-EnableDynamicAgentLoading", "no agent can come later"));
        return Stream.concat(disabled, closed);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_jvm_of_every_jdk_is_listed_and_can_be_attached_to(Jdk jdk) throws Exception {
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(jdk))) {
            String version = jdk.major() == 8 ? "1\\.8\\.0_\\S+" : jdk.major() + "\\S*";

            assertThat(row(jvm)).matches(" *" + jvm.pid() + " Sleeper +" + version + " .* s .*yes");
            Rounds.Said doctor = Rounds.jprof("doctor", jvm.pid());
            assertThat(doctor.exitCode()).as(doctor.out()).isZero();
            assertThat(doctor.out()).contains("ok    attach ").doesNotContain("fail");
            assertThat(doctor.out()).contains(jdk.major() < 21 ? "ok    loading " : "warn  loading ");
            assertThat(jvm.printed()).isEqualTo("up\n");
            assertThat(Path.of("/tmp/.java_pid" + jvm.pid())).doesNotExist();
            VirtualMachine.attach(jvm.pid()).detach();
        }
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void flags_that_forbid_attaching_are_named(Jdk jdk, String flag, String reason) throws Exception {
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(jdk, flag))) {
            assertThat(row(jvm)).contains("Sleeper").contains("no: ").contains(reason);
            assertFails(Rounds.jprof("doctor", jvm.pid()), flag, "jprof run -- java");
            assertRefused(jvm, flag, "jprof run -- java");
            assertThatThrownBy(() -> load(jvm))
                    .hasMessageContaining(
                            flag.contains("Disable") ? "does not support" : "agent loading is not enabled");
        }
    }

    @Test
    void flags_are_read_where_there_is_no_performance_data() throws Exception {
        for (String flag : List.of("-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading")) {
            try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own(), "-XX:-UsePerfData", flag))) {
                assertFails(Rounds.jprof("doctor", jvm.pid()), flag);
            }
        }
    }

    /** A loaded agent is of no use here: the JVM must refuse before it looks for one. */
    private static void load(SleepingJvm jvm) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(jvm.pid());
        try {
            machine.loadAgent(folder.resolve("missing.jar").toString());
        } finally {
            machine.detach();
        }
    }

    @Test
    void a_stopped_jvm_is_listed_and_keeps_nobody_waiting() throws Exception {
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own()))) {
            jvm.signal("STOP");

            assertThat(row(jvm)).contains("no: is stopped");
            assertFails(Rounds.jprof("doctor", jvm.pid()), "is stopped", "kill -CONT " + jvm.pid());

            assertRefused(jvm, "is stopped", "kill -CONT " + jvm.pid());

            jvm.signal("CONT");
            assertThat(Rounds.jprof("doctor", jvm.pid()).exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("oldestAndOwn")
    void a_jvm_without_performance_data_is_found(Jdk jdk) throws Exception {
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(jdk, "-XX:-UsePerfData"))) {
            assertThat(row(jvm))
                    .matches(" *" + jvm.pid() + " Sleeper +" + (jdk.major() == 8 ? "1\\.8" : jdk.major()) + ".*yes");
        }
    }

    @Test
    void other_agents_are_named() throws Exception {
        String jacoco = Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(jar -> jar.contains("org.jacoco.agent"))
                .findFirst()
                .orElseThrow();
        try (SleepingJvm jvm =
                SleepingJvm.start(folder, SleepingJvm.java(own(), "-javaagent:" + jacoco + "=output=none"))) {
            Rounds.Said doctor = Rounds.jprof("doctor", jvm.pid());

            assertThat(doctor.exitCode()).isZero();
            assertThat(doctor.out()).containsPattern("warn  agents .*jacoco");
        }
    }

    @Test
    void a_jvm_that_was_started_under_the_agent_is_told_apart() throws Exception {
        String agent = "-javaagent:" + AgentJar.extract() + "=file=" + folder.resolve("start.json");
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own(), agent))) {
            assertThat(row(jvm)).contains("yes: was started with jprof's agent");
            assertThat(Rounds.jprofWell("doctor", jvm.pid())).contains("'jprof status " + jvm.pid() + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("oldestAndOwn")
    void another_users_jvm_is_roots_to_reach_from_jdk_9_on(Jdk jdk) throws Exception {
        requireRoot();
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.javaOfNobody(jdk))) {
            if (jdk.major() == 8) {
                assertFails(
                        Rounds.jprof("doctor", jvm.pid()),
                        "belongs to nobody",
                        "not even root",
                        "sudo -u nobody jprof");
                assertRefused(jvm, "belongs to nobody", "sudo -u nobody jprof");
                assertThat(jvm.printed()).isEqualTo("up\n");
            } else {
                assertThat(Rounds.jprofWell("doctor", jvm.pid()))
                        .contains("ok    user       belongs to nobody, and root may attach to it");
                assertCanBeRecorded(jvm);
            }
        }
    }

    @Test
    void nobody_may_reach_nobodys_jvms_only() throws Exception {
        requireRoot();
        try (SleepingJvm roots = SleepingJvm.start(folder, SleepingJvm.java(own()));
                SleepingJvm nobodys = SleepingJvm.start(folder, SleepingJvm.javaOfNobody(own()))) {
            assertThat(asNobody("ps").out()).contains(nobodys.pid()).doesNotContain(roots.pid());
            assertFails(asNobody("doctor", roots.pid()), "belongs to root, and you are nobody", "sudo -u root jprof");
            assertThat(asNobody("attach", roots.pid()).err())
                    .isEqualTo("jprof attach: process " + roots.pid()
                            + " belongs to root, and you are nobody; run jprof as that user: sudo -u root jprof ...\n");
            assertThat(asNobody("doctor", nobodys.pid()).exitCode()).isZero();
            assertThat(asNobody("attach", nobodys.pid()).err()).isEmpty();
        }
    }

    /** With other files under the names that the agent's jar and its folder have here, and another process id. */
    @Test
    void a_jvm_in_a_container_is_reached() throws Exception {
        requireRoot();
        Path cache = AgentJar.extract().getParent();
        String mounts = "mount -t tmpfs tmpfs " + cache + " && exec \"$@\"";
        List<String> command = new ArrayList<>(
                List.of("unshare", "--pid", "--mount", "--fork", "--mount-proc", "sh", "-c", mounts, "sh"));
        command.addAll(SleepingJvm.java(own()));
        try (SleepingJvm jvm = SleepingJvm.start(folder, command)) {
            assertThat(row(jvm)).contains("Sleeper").contains("yes");
            assertThat(Rounds.jprofWell("doctor", jvm.pid())).contains("is in a container, as process 1,");
            assertCanBeRecorded(jvm);
        }
    }

    /** As a JVM leaves it that was process 1234 of a container with the same /tmp. */
    @Test
    void a_left_over_file_of_performance_data_makes_no_jvm_of_a_process() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own()))) {
            Path data = Path.of("/tmp/hsperfdata_" + System.getProperty("user.name"), jvm.pid());
            Path leftOver = Files.copy(data, data.resolveSibling(Long.toString(sleep.pid())));
            try {
                assertThat(row(jvm)).contains("Sleeper");
                assertThat(Rounds.jprof("ps").out()).doesNotContain(" " + sleep.pid() + " ");
                assertFails(Rounds.jprof("doctor", Long.toString(sleep.pid())), "is no JVM");
            } finally {
                Files.delete(leftOver);
            }
        } finally {
            sleep.destroy();
        }
    }

    @Test
    void what_is_no_jvm_is_said_in_one_line() throws Exception {
        Rounds.Said none = Rounds.jprof("doctor", "999999999");
        Process sleep = new ProcessBuilder("sleep", "60").start();
        Rounds.Said other = Rounds.jprof("doctor", Long.toString(sleep.pid()));
        sleep.destroy();
        Rounds.Said wrong = Rounds.jprof("doctor", "Sleeper");

        assertFails(none, "there is no process 999999999", "jprof ps");
        assertFails(other, "is no JVM", "jprof ps");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("Sleeper");
    }

    @Test
    void json_says_the_same() throws Exception {
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own(), "-XX:+DisableAttachMechanism"))) {
            Rounds.Said listed = Rounds.jprof("ps", "--format", "json");
            Rounds.Said doctor = Rounds.jprof("doctor", "--format", "json", jvm.pid());

            assertThat(listed.out())
                    .startsWith("{\"format\":\"jprof-jvms/1\",\"jvms\":[")
                    .containsPattern("\"pid\":" + jvm.pid() + ",\"program\":\"Sleeper\",\"jdk\":\"[^}]*"
                            + "\"agent\":false,\"attachable\":false,\"obstacle\":\"attach\"");
            assertThat(doctor.out())
                    .startsWith("{\"format\":\"jprof-doctor/1\",\"holds\":false,\"checks\":[")
                    .contains("\"subject\":\"attach\",\"level\":\"fail\"");
            assertThat(doctor.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void machine_and_jprof_are_looked_at_without_a_process() throws Exception {
        Rounds.Said doctor = Rounds.jprof("doctor");

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out().lines().map(line -> line.replaceAll("^\\w+ +(\\w+).*", "$1")))
                .containsExactly("java", "attach", "tmp", "memory", "agent", "jvms", "browser", "terminal");
    }

    private static void assertFails(Rounds.Said doctor, String... parts) {
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isEqualTo(3);
        assertThat(doctor.out().lines().filter(line -> line.startsWith("fail ")))
                .singleElement()
                .asString()
                .contains(parts);
    }

    private static void assertRefused(SleepingJvm jvm, String... parts) {
        Rounds.Said attach = Rounds.jprof("attach", jvm.pid());
        assertThat(attach.exitCode()).isEqualTo(3);
        assertThat(attach.err().lines())
                .singleElement()
                .asString()
                .startsWith("jprof attach: process " + jvm.pid() + " ")
                .contains(parts);
    }

    private static void assertCanBeRecorded(SleepingJvm jvm) throws IOException {
        Path profile = folder.resolve("recorded.json");
        assertThat(Rounds.jprofWell("attach", jvm.pid(), "-o", profile.toString()))
                .contains("Sleeper");
        Rounds.jprofWell("stop", jvm.pid(), "-o", profile.toString());
        assertThat(ProfileReader.read(profile)).isNotNull();
        assertThat(row(jvm)).contains("yes: has jprof's agent in it already");
    }

    private static String row(SleepingJvm jvm) {
        return Rounds.jprofWell("ps")
                .lines()
                .filter(line -> line.matches(" *" + jvm.pid() + " .*"))
                .findFirst()
                .orElse("");
    }

    private static Jdk own() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    private static Rounds.Said asNobody(String... words) throws Exception {
        Path home = Files.createDirectories(folder.resolve("nobody"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path jar = folder.resolve("jprof.jar");
        Files.copy(Path.of("target/jprof.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(SleepingJvm.javaOfNobody(own()));
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("XDG_CACHE_HOME", home.toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Rounds.Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static void requireRoot() {
        boolean required = "true".equals(System.getenv("JPROF_REQUIRE_ALL"));
        if (!required) {
            assumeThat(ROOT)
                    .as("needs root, for JVMs of other users and containers")
                    .isTrue();
        }
        assertThat(ROOT).as("JPROF_REQUIRE_ALL needs root").isTrue();
    }
}
