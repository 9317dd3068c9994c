package dev.jprof.cli.serve;

import java.nio.charset.StandardCharsets;

/** What the server says to a request. */
record Answer(int status, String type, String policy, byte[] body) {
    private static final String NOTHING = "default-src 'none'";

    static Answer page(int status, String policy, byte[] body) {
        return new Answer(status, "text/html; charset=utf-8", policy, body);
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", NOTHING, text.getBytes(StandardCharsets.UTF_8));
    }
}
