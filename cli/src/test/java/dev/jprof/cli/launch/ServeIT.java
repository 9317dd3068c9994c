package dev.jprof.cli.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jprof serve} and {@code jprof html --open} as processes: what they print, open and end with. */
@DisabledOnOs(OS.WINDOWS)
class ServeIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/[\\w-]{22}/(\\d*)\\n");

    @TempDir
    private Path folder;

    /** A browser that writes down what it is to open. */
    private Map<String, String> environment;

    @BeforeEach
    void makeAFolder() throws IOException {
        Files.copy(Path.of("src/test/resources/profiles/small.json"), folder.resolve("profile.json"));
        Path browser = Files.writeString(
                folder.resolve("browser"), "#!/bin/sh\nprintf '%s\\n' \"$*\" > '" + folder + "/opened'\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        environment = Map.of("BROWSER", browser.toString());
    }

    private Launched start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Launched.DISTRIBUTION.resolve("bin/jprof").toString(), "serve"));
        command.addAll(List.of(arguments));
        return Launched.start(folder, environment, command);
    }

    private String waitFor(String file, Pattern pattern) throws IOException, InterruptedException {
        for (long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < deadline; ) {
            Path written = folder.resolve(file);
            Matcher found = pattern.matcher(Files.exists(written) ? Files.readString(written) : "");
            if (found.find()) {
                return found.group().strip();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IOException("not in " + file + ": " + pattern + "; " + Files.readString(folder.resolve("err")));
    }

    @Test
    void server_shows_a_folder_until_control_c_and_ends_well() throws Exception {
        Launched launched = start("--port=0");
        String address = waitFor("out", ADDRESS);

        try (var list = URI.create(address).toURL().openStream()) {
            assertThat(new String(list.readAllBytes(), UTF_8)).contains(">profile.json<", "34,554,127");
        }
        assertThat(waitFor("opened", ADDRESS)).isEqualTo(address);

        launched.signal("INT");
        Launched.Ended ended = launched.end();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void page_of_a_file_is_opened_at_once() throws Exception {
        Files.copy(folder.resolve("profile.json"), folder.resolve("a.json"));
        Launched launched = start("--port=0", "profile.json");

        assertThat(waitFor("opened", ADDRESS)).endsWith("/2");

        launched.signal("INT");
        assertThat(launched.end().exitCode()).isZero();
    }

    @Test
    void no_browser_is_opened_when_none_is_wanted() throws Exception {
        Launched launched = start("-p0", "--no-browser", ".");
        waitFor("out", Pattern.compile("Ctrl-C"));

        launched.signal("INT");
        assertThat(launched.end().exitCode()).isZero();
        assertThat(folder.resolve("opened")).doesNotExist();
    }

    @Test
    void free_port_is_taken_and_announced_when_the_given_one_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            Launched launched = start("--no-browser", "--port=" + port);
            Matcher address = ADDRESS.matcher(waitFor("out", ADDRESS) + "\n");

            launched.signal("INT");
            Launched.Ended ended = launched.end();
            assertThat(ended.exitCode()).isZero();
            assertThat(address.find()).isTrue();
            assertThat(ended.err())
                    .startsWith("jprof serve: port " + port + " can't be had")
                    .endsWith("it is " + address.group(1) + " instead\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nosuch.json, 'jprof serve: nosuch.json: no such file or directory'",
        "--port=70000, 'jprof serve: --port 70000 is no port from 0 to 65535'",
        "empty, 'jprof serve: no .json or .json.gz file in empty; record a profile with: jprof run -- java ...'",
    })
    void what_is_wrong_is_said_in_one_line(String argument, String line) throws Exception {
        Files.createDirectory(folder.resolve("empty"));

        assertRefused(List.of(Launched.LAUNCHER, "serve", argument), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdin"})
    void what_comes_through_a_pipe_has_no_folder(String argument) throws Exception {
        assertRefused(
                List.of("sh", "-c", "echo {} | \"$0\" serve " + argument, Launched.LAUNCHER),
                "jprof serve: " + argument + " is neither a file nor a folder; 'jprof html /dev/stdin -o page.html'"
                        + " makes a page of what comes through a pipe");
    }

    private void assertRefused(List<String> command, String line) throws Exception {
        Launched.Ended ended = Launched.start(folder, environment, command).end();

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo(line + "\n");
    }

    @Test
    void html_opens_the_page_that_it_wrote() throws Exception {
        Launched.Ended ended = Launched.start(
                        folder,
                        environment,
                        List.of(
                                Launched.DISTRIBUTION.resolve("bin/jprof").toString(),
                                "html",
                                "profile.json",
                                "--open",
                                "-o",
                                "a page.html"))
                .end();

        assertThat(ended.exitCode()).isZero();
        assertThat(waitFor("opened", Pattern.compile(".*\\n")))
                .isEqualTo(folder.resolve("a page.html").toUri().toString());
        assertThat(folder.resolve("a page.html")).isNotEmptyFile();
    }

    @Test
    void html_says_when_there_is_no_browser() throws Exception {
        Launched.Ended ended = Launched.start(
                        folder,
                        Map.of("BROWSER", "nosuch-browser"),
                        List.of(
                                Launched.DISTRIBUTION.resolve("bin/jprof").toString(),
                                "html",
                                "profile.json",
                                "--open",
                                "-o",
                                "page.html"))
                .end();

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEqualTo("jprof html: no browser could be started; open page.html by hand\n");
    }
}
