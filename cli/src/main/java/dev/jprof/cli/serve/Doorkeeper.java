package dev.jprof.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns away whatever is not this server's own page in this machine's browser. A page of a stranger can make a browser send
 * requests here under a name of its own that leads to 127.0.0.1, but then the Host header has that name.
 */
final class Doorkeeper {
    private final Set<String> hosts;

    Doorkeeper(int port) {
        this.hosts = port == 80
                ? Set.of("127.0.0.1", "localhost", "127.0.0.1:80", "localhost:80")
                : Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** What to answer instead, if the request is not let in. */
    Optional<Answer> refusal(HttpExchange exchange) {
        List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        URI uri = exchange.getRequestURI();
        boolean direct = uri.getScheme() == null && uri.getRawAuthority() == null;
        if (!direct || named.size() != 1 || !hosts.contains(named.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.of(Answer.text(403, "jprof serve answers to its own address only\n"));
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Optional.of(Answer.text(405, "jprof serve only shows; GET is all that it knows\n"));
        }
        return Optional.empty();
    }
}
