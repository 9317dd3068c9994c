package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.calls;
import static dev.jprof.cli.attach.Rounds.jprof;
import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that others wrote, under load while somebody attaches, retargets, dumps and stops: no request fails, and no answer is
 * another one than before. A few classes on JDK 8 and the JDK of the build.
 *
 * <p>{@code -Djprof.servers=8,17,21,25,26} takes all classes on these JDKs, and prints the throughput before, during and after a
 * recording.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ServersIT {
    private static final String ASKED_FOR = System.getProperty("jprof.servers", "");
    private static final String SOME = "app.*:org.apache.catalina.connector.*:org.h2.server.*:org.h2.result.*";
    private static final int REQUESTS = 150;
    /** Until the compilers are done, which is a matter of calls more than of time. */
    private static final int WARM_UP = 20_000;

    private static final int SECONDS = 5;

    @TempDir
    private Path folder;

    /** Starts a server. */
    private interface Starter {
        RunningServer start(Jdk jdk, Path folder) throws IOException;
    }

    static Stream<Arguments> servers() {
        List<String> majors = ASKED_FOR.isEmpty()
                ? List.of("8", Integer.toString(Runtime.version().feature()))
                : List.of(ASKED_FOR.split(","));
        return InstalledJdks.all().stream()
                .filter(jdk -> majors.contains(Integer.toString(jdk.major())))
                .flatMap(jdk -> Stream.of(
                        Arguments.of("Tomcat", (Starter) RunningServer::tomcat, jdk),
                        Arguments.of("H2", (Starter) RunningServer::h2, jdk)));
    }

    @ParameterizedTest(name = "{0} on {2}")
    @MethodSource("servers")
    void server_under_load_answers_as_before(String name, Starter starter, Jdk jdk) throws Exception {
        try (RunningServer server = starter.start(jdk, folder);
                Load load = Load.on(server)) {
            load.go(REQUESTS);
            long answeredBefore = load.answered();
            String first = ASKED_FOR.isEmpty() ? "app.*:org.apache.catalina.core.*:org.h2.server.*" : "*";
            assertThat(jprofWell("attach", server.pid(), "--include", first, "-o", at("end.json")))
                    .containsPattern("\\d classes instrumented");
            long startedAttached = load.started();
            load.go(REQUESTS);
            Profile dump = dump(server);
            jprofWell("retarget", server.pid(), "--include", SOME);
            load.go(REQUESTS);
            long answeredAttached = load.answered();
            Profile profile = stop(server);
            long startedAfter = load.started();
            load.go(REQUESTS);

            assertThat(load.failures()).isEmpty();
            assertThat(calls(dump, server.request())).isGreaterThanOrEqualTo(REQUESTS / 2);
            assertThat(calls(profile, server.request()))
                    .isGreaterThanOrEqualTo(answeredAttached - startedAttached)
                    .isLessThanOrEqualTo((startedAfter - answeredBefore) * messagesPerRequest(name));
            assertThat(server.process().isAlive()).isTrue();
        }
    }

    /** In the short version of one server alone. */
    @ParameterizedTest(name = "{0} on {2}")
    @MethodSource("serversOfBoth")
    void phases_take_turns_and_the_server_answers_as_before(String name, Starter starter, Jdk jdk) throws Exception {
        String include = ASKED_FOR.isEmpty() ? "app.*:org.apache.catalina.connector.*" : "*";
        try (RunningServer server = starter.start(jdk, folder);
                Load load = Load.on(server)) {
            load.go(REQUESTS);
            String seconds = ASKED_FOR.isEmpty() ? "6" : "20";
            Rounds.Said said = jprof(
                    "attach", "--mode", "both", "-d", seconds, server.pid(), "--include", include, "-o", at("b.json"));
            load.go(REQUESTS);

            assertThat(load.failures()).isEmpty();
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.out()).contains(" probes sampled").containsPattern("samples of jdk\\.");
            assertThat(calls(ProfileReader.read(folder.resolve("b.json")), server.request()))
                    .isPositive();
            if (!ASKED_FOR.isEmpty()) {
                System.out.println(name + " on " + jdk + "\n" + said.err() + said.out());
            }
        }
    }

    static Stream<Arguments> serversOfBoth() {
        return ASKED_FOR.isEmpty()
                ? servers().filter(server -> server.get()[0].equals("Tomcat")).skip(1)
                : servers();
    }

    /** A query of H2's client is executed, and its result closed, by messages of their own. */
    private static long messagesPerRequest(String name) {
        return name.equals("H2") ? 4 : 1;
    }

    @ParameterizedTest(name = "{0} on {2}")
    @MethodSource("servers")
    @EnabledIfSystemProperty(named = "jprof.servers", matches = "\\d.*")
    void throughput_is_measured(String name, Starter starter, Jdk jdk) throws Exception {
        try (RunningServer server = starter.start(jdk, folder);
                Load load = Load.on(server)) {
            load.go(WARM_UP);
            Load.Pace before = load.paceOf(server, SECONDS);
            jprofWell("attach", server.pid(), "-o", at("end.json"));
            load.paceOf(server, SECONDS);
            Load.Pace during = load.paceOf(server, SECONDS);
            dump(server);
            jprofWell("retarget", server.pid(), "--include", SOME);
            stop(server);
            load.go(WARM_UP);
            Load.Pace after = load.paceOf(server, SECONDS);

            assertThat(load.failures()).isEmpty();
            System.out.printf(
                    Locale.ROOT,
                    "%s on %s: requests a second %.0f before, %.0f recorded, %.0f after;"
                            + " processor time a request %.0f, %.0f, %.0f us%n",
                    name,
                    jdk,
                    before.perSecond(),
                    during.perSecond(),
                    after.perSecond(),
                    before.micros(),
                    during.micros(),
                    after.micros());
        }
    }

    private Profile dump(RunningServer server) throws IOException {
        return profile("dump", server);
    }

    private Profile stop(RunningServer server) throws IOException {
        return profile("stop", server);
    }

    private Profile profile(String verb, RunningServer server) throws IOException {
        jprofWell(verb, server.pid(), "-o", at(verb + ".json"));
        return ProfileReader.read(folder.resolve(verb + ".json"));
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }
}
