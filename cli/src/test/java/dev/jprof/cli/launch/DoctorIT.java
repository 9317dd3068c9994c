package dev.jprof.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.tools.attach.VirtualMachine;
import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code jprof ps} and {@code jprof doctor} of the built distribution on real JVMs, and whether attaching then goes as they say. */
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
            Launched.Ended doctor = jprof("doctor", pid(jvm));
            assertThat(doctor.exitCode()).as(doctor.out()).isZero();
            assertThat(doctor.out()).contains("ok    attach ").doesNotContain("fail");
            assertThat(doctor.out()).contains(jdk.major() < 21 ? "ok    loading " : "warn  loading ");
            assertThat(jvm.printed()).isEqualTo("up\n");
            assertThat(Path.of("/tmp/.java_pid" + jvm.pid())).doesNotExist();
            VirtualMachine.attach(pid(jvm)).detach();
        }
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void flags_that_forbid_attaching_are_named(Jdk jdk, String flag, String reason) throws Exception {
        for (List<String> flags : List.of(List.of(flag), List.of(flag, "-XX:-UsePerfData"))) {
            try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(jdk, flags.toArray(new String[0])))) {
                assertThat(row(jvm)).contains("Sleeper").contains("no: ").contains(reason);
                assertFails(jprof("doctor", pid(jvm)), flag, "jprof run -- java");
                if (flag.contains("Disable") && flags.size() == 1) {
                    assertThatThrownBy(() -> VirtualMachine.attach(pid(jvm))).hasMessageContaining("does not support");
                } else if (!flag.contains("Disable")) {
                    assertThatThrownBy(() -> load(jvm)).hasMessageContaining("agent loading is not enabled");
                }
            }
        }
    }

    /** A loaded agent is of no use here: the JVM must refuse before it looks for one. */
    private static void load(SleepingJvm jvm) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(pid(jvm));
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
            assertFails(jprof("doctor", pid(jvm)), "is stopped", "kill -CONT " + jvm.pid());

            jvm.signal("CONT");
            assertThat(jprof("doctor", pid(jvm)).exitCode()).isZero();
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
            Launched.Ended doctor = jprof("doctor", pid(jvm));

            assertThat(doctor.exitCode()).isZero();
            assertThat(doctor.out()).containsPattern("warn  agents .*jacoco");
        }
    }

    @ParameterizedTest
    @MethodSource("oldestAndOwn")
    void another_users_jvm_is_roots_to_reach_from_jdk_9_on(Jdk jdk) throws Exception {
        requireRoot();
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.javaOfNobody(jdk))) {
            Path cache = Files.createDirectories(folder.resolve("shared-cache"));
            Launched.Ended seen = Launched.start(
                            folder, Map.of("XDG_CACHE_HOME", cache.toString()), command("doctor", pid(jvm)))
                    .end();
            Launched.Ended hidden = Launched.start(
                            folder, Map.of("XDG_CACHE_HOME", secret().toString()), command("doctor", pid(jvm)))
                    .end();

            if (jdk.major() == 8) {
                assertFails(seen, "belongs to nobody", "not even root");
            } else {
                assertThat(seen.out()).contains("ok    user       belongs to nobody, and root may attach to it");
                assertThat(seen.exitCode()).isZero();
                VirtualMachine.attach(pid(jvm)).detach();
            }
            assertFails(hidden, "belongs to nobody", "sudo -u nobody jprof");
        }
    }

    @Test
    void nobody_may_reach_nobodys_jvms_only() throws Exception {
        requireRoot();
        try (SleepingJvm roots = SleepingJvm.start(folder, SleepingJvm.java(own()));
                SleepingJvm nobodys = SleepingJvm.start(folder, SleepingJvm.javaOfNobody(own()))) {
            Path home = Files.createDirectories(folder.resolve("nobody"));
            new ProcessBuilder("chown", "65534:65534", home.toString()).start().waitFor();
            List<String> jprof = List.of(own().java(), "-cp", jarForAll().toString(), "dev.jprof.cli.Main");
            Map<String, String> environment = Map.of("XDG_CACHE_HOME", home.toString());

            Launched.Ended listed =
                    Launched.start(folder, environment, asNobody(jprof, "ps")).end();
            Launched.Ended refused = Launched.start(folder, environment, asNobody(jprof, "doctor", pid(roots)))
                    .end();
            Launched.Ended allowed = Launched.start(folder, environment, asNobody(jprof, "doctor", pid(nobodys)))
                    .end();

            assertThat(listed.out()).contains(pid(nobodys)).doesNotContain(pid(roots));
            assertFails(refused, "belongs to root, and you are nobody", "sudo -u root jprof");
            assertThat(allowed.exitCode()).as(allowed.out() + allowed.err()).isZero();
        }
    }

    @Test
    void a_container_without_the_agents_jar_is_told_apart_from_one_with_it() throws Exception {
        requireRoot();
        String mounts = "mount -t tmpfs tmpfs " + secret() + " && exec \"$@\"";
        List<String> command = new ArrayList<>(
                List.of("unshare", "--pid", "--mount", "--fork", "--mount-proc", "sh", "-c", mounts, "sh"));
        command.addAll(SleepingJvm.java(own()));
        try (SleepingJvm jvm = SleepingJvm.start(folder, command)) {
            Launched.Ended without = Launched.start(
                            folder, Map.of("XDG_CACHE_HOME", secret().toString()), command("doctor", pid(jvm)))
                    .end();
            Launched.Ended with = Launched.start(
                            folder,
                            Map.of("XDG_CACHE_HOME", folder.resolve("seen").toString()),
                            command("doctor", pid(jvm)))
                    .end();

            assertFails(without, "is in another container", "nsenter -a -t " + jvm.pid());
            assertThat(with.out()).contains("is in a container, as process 1, and sees the agent's jar");
            assertThat(with.exitCode()).isZero();
            assertThat(row(jvm)).contains("Sleeper");
            VirtualMachine.attach(pid(jvm)).detach();
        }
    }

    /** As a JVM leaves it that was process 1234 of a container with the same /tmp. */
    @Test
    void a_left_over_file_of_performance_data_makes_no_jvm_of_a_process() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own()))) {
            Path data = Path.of("/tmp/hsperfdata_" + System.getProperty("user.name"), pid(jvm));
            Path leftOver = Files.copy(data, data.resolveSibling(Long.toString(sleep.pid())));
            try {
                assertThat(row(jvm)).contains("Sleeper");
                assertThat(jprof("ps").out()).doesNotContain(" " + sleep.pid() + " ");
                assertFails(jprof("doctor", Long.toString(sleep.pid())), "is no JVM");
            } finally {
                Files.delete(leftOver);
            }
        } finally {
            sleep.destroy();
        }
    }

    @Test
    void what_is_no_jvm_is_said_in_one_line() throws Exception {
        Launched.Ended none = jprof("doctor", "999999999");
        Process sleep = new ProcessBuilder("sleep", "60").start();
        Launched.Ended other = jprof("doctor", Long.toString(sleep.pid()));
        sleep.destroy();
        Launched.Ended wrong = jprof("doctor", "Sleeper");

        assertFails(none, "there is no process 999999999", "jprof ps");
        assertFails(other, "process " + sleep.pid() + " is no JVM", "jprof ps");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("Sleeper");
    }

    @Test
    void json_says_the_same() throws Exception {
        try (SleepingJvm jvm = SleepingJvm.start(folder, SleepingJvm.java(own(), "-XX:+DisableAttachMechanism"))) {
            Launched.Ended listed = jprof("ps", "--format", "json");
            Launched.Ended doctor = jprof("doctor", "--format", "json", pid(jvm));

            assertThat(listed.out())
                    .startsWith("{\"format\":\"jprof-jvms/1\",\"jvms\":[")
                    .containsPattern("\"pid\":" + jvm.pid() + ",\"program\":\"Sleeper\",\"jdk\":\"[^}]*"
                            + "\"attachable\":false,\"obstacle\":\"attach\"");
            assertThat(doctor.out())
                    .startsWith("{\"format\":\"jprof-doctor/1\",\"holds\":false,\"checks\":[")
                    .contains("\"subject\":\"attach\",\"level\":\"fail\"");
            assertThat(doctor.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void machine_and_jprof_are_looked_at_without_a_process() throws Exception {
        Launched.Ended doctor = jprof("doctor");

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out().lines().map(line -> line.replaceAll("^\\w+ +(\\w+).*", "$1")))
                .containsExactly("java", "attach", "tmp", "memory", "agent", "jvms", "browser", "terminal");
    }

    private static void assertFails(Launched.Ended doctor, String... parts) {
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isEqualTo(3);
        assertThat(doctor.out().lines().filter(line -> line.startsWith("fail ")))
                .singleElement()
                .asString()
                .contains(parts);
    }

    private static String row(SleepingJvm jvm) throws Exception {
        return jprof("ps")
                .out()
                .lines()
                .filter(line -> line.matches(" *" + jvm.pid() + " .*"))
                .findFirst()
                .orElse("");
    }

    private static String pid(SleepingJvm jvm) {
        return Long.toString(jvm.pid());
    }

    private static Jdk own() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    private static Launched.Ended jprof(String... words) throws Exception {
        return Launched.run(folder, command(words));
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Launched.DISTRIBUTION.resolve("bin/jprof").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static List<String> asNobody(List<String> jprof, String... words) {
        List<String> command = new ArrayList<>(SleepingJvm.asNobody(jprof));
        command.addAll(List.of(words));
        return command;
    }

    /** A folder that root alone can read. */
    private static Path secret() throws Exception {
        Path secret = Files.createDirectories(folder.resolve("secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
        return secret;
    }

    private static Path jarForAll() throws Exception {
        Path jar = folder.resolve("jprof.jar");
        return Files.exists(jar) ? jar : Files.copy(Path.of("target/jprof.jar"), jar);
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
