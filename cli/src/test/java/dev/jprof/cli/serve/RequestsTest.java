package dev.jprof.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and where to. */
@DisabledOnOs(OS.WINDOWS)
class RequestsTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private Served served;

    @BeforeEach
    void serveAFolder() throws IOException {
        served = Served.in(temporary);
        folder = served.folder();
    }

    @AfterEach
    void end() {
        served.server().stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?version", "1", "1?version", "3", "nothing"})
    void every_answer_is_kept_from_caches_other_pages_and_guesses_of_its_kind(String route) throws IOException {
        assertThat(served.get(route).headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .hasEntrySatisfying(
                        "content-security-policy", policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "5",
                "-1",
                "01",
                "1/",
                "1//",
                "%31",
                "1?",
                "1?version=1",
                "1?x",
                "1%00",
                "b.json",
                "notes.txt",
                "../",
                "./",
                "..%2f..%2fetc%2fpasswd",
                "../../../../etc/passwd",
                "secret.json",
                "favicon.ico",
                "1;x",
                "//1",
                "..\\..\\1",
                "%2e%2e/",
                "1%3fversion"
            })
    void nothing_else_can_be_reached(String route) throws IOException {
        assertThat(served.get(route).status()).isIn(400, 404);
    }

    @Test
    void nothing_is_reached_without_the_whole_token() throws IOException {
        String right = served.path("");
        String otherFirst = right.startsWith("/x") ? "/y" : "/x";
        String otherLast = right.endsWith("A/") ? "B/" : "A/";
        for (String wrong : List.of(
                "/",
                "/1",
                "/favicon.ico",
                right.substring(0, right.length() - 1),
                right.substring(0, right.length() - 2) + "/",
                right.substring(0, right.length() - 2) + otherLast,
                otherFirst + right.substring(2))) {
            assertThat(Asked.get(served.server().port(), wrong).status())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(right).matches("/[\\w-]{22}/");
    }

    @Test
    void two_servers_have_different_tokens() throws IOException {
        ProfileServer other = Served.start(folder);
        try {
            assertThat(other.address().split("/")[3])
                    .isNotEqualTo(served.server().address().split("/")[3]);
        } finally {
            other.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:PORT",
                "Host: 127.0.0.1",
                "Host: 127.0.0.1:1",
                "Host: localhost",
                "Host: 127.0.0.1.evil.example:PORT",
                "Host: localhost.:PORT",
                "Host: 127.0.0.1:PORT, evil.example",
                "Host:",
                "X-Host: 127.0.0.1:PORT",
                "Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT",
                "Host: 127.1:PORT",
                "Host: user@127.0.0.1:PORT",
                "Host: 0.0.0.0:PORT",
                "X-Forwarded-Host: localhost:PORT"
            })
    void request_to_another_host_is_refused(String header) throws IOException {
        Asked refused = Asked.request(
                served.server().port(),
                "GET " + served.path("") + " HTTP/1.1",
                header.replace("PORT", "" + served.server().port()));

        assertThat(refused.status()).isIn(400, 403);
        assertThat(refused.body()).doesNotContain("b.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT"})
    void request_to_this_machine_by_name_is_answered(String host) throws IOException {
        Asked answer = Asked.request(
                served.server().port(),
                "GET " + served.path("") + " HTTP/1.1",
                "Host: " + host.replace("PORT", "" + served.server().port()));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void request_as_to_a_proxy_is_refused() throws IOException {
        String line = "GET http://evil.example" + served.path("") + " HTTP/1.1";

        assertThat(Asked.request(served.server().port(), line, served.host()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "get", "X"})
    void only_get_is_answered(String method) throws IOException {
        Asked refused =
                Asked.request(served.server().port(), method + " " + served.path("") + " HTTP/1.1", served.host());

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers()).containsEntry("allow", "GET");
    }

    @Test
    void refused_head_has_no_body() throws IOException {
        Asked refused = Asked.request(served.server().port(), "HEAD " + served.path("1") + " HTTP/1.1", served.host());

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void port_that_is_taken_is_said_to_be() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> ProfileServer.start(
                            ServedFolder.of(folder, UnaryOperator.identity()), taken.getLocalPort()))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void other_machines_find_nobody_listening() throws IOException {
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, served.server().port()).close())
                            .as("%s", address)
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void many_silent_clients_do_not_keep_others_out() throws IOException {
        Socket[] silent = new Socket[100];
        try {
            for (int client = 0; client < silent.length; client++) {
                silent[client] = new Socket(
                        InetAddress.getByName("127.0.0.1"), served.server().port());
                silent[client].getOutputStream().write("GET / HTTP/1.1\r\nHost: ".getBytes(UTF_8));
            }
            assertThat(served.get("1?version").status()).isEqualTo(200);
        } finally {
            for (Socket client : silent) {
                if (client != null) {
                    client.close();
                }
            }
        }
    }
}
