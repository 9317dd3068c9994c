package dev.jprof.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Shows a {@link ServedFolder} to the browsers of this machine, at an address that nobody can guess. */
public final class ProfileServer {
    private static final int TOKEN_BYTES = 16;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "jprof-serve");
        thread.setDaemon(true);
        return thread;
    });
    private final Doorkeeper doorkeeper;
    private final Routes routes;
    private final String token;

    private ProfileServer(HttpServer server, ServedFolder folder) {
        this.server = server;
        this.token = token();
        this.routes = new Routes("/" + token + "/", folder);
        this.doorkeeper = new Doorkeeper(port());
    }

    /**
     * Starts a server on 127.0.0.1.
     *
     * @param port 0 takes any that is free
     * @throws BindException when the port is taken or not allowed
     */
    public static ProfileServer start(ServedFolder folder, int port) throws IOException {
        limitWhatClientsMayHold();
        // Otherwise the last packet of each answer waits for the client's acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        ProfileServer started = new ProfileServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), folder);
        started.server.setExecutor(started.workers);
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    /** Clients that send slowly, or never end, would keep a thread each for ever. */
    private static void limitWhatClientsMayHold() {
        for (String limit : new String[] {"sun.net.httpserver.maxReqTime=20", "jdk.httpserver.maxConnections=200"}) {
            String[] words = limit.split("=", 2);
            if (System.getProperty(words[0]) == null) {
                System.setProperty(words[0], words[1]);
            }
        }
    }

    private static String token() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where the list is; with a {@code /} at its end. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/" + token + "/";
    }

    /** Ends at once. */
    public void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Answer> refusal = doorkeeper.refusal(exchange);
            send(exchange, refusal.isPresent() ? refusal.get() : routes.answer(exchange.getRequestURI()));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy() + "; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (answer.status() == 405) {
            headers.set("Allow", "GET");
        }
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
            }
        }
    }
}
