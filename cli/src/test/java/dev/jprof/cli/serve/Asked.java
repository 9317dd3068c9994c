package dev.jprof.cli.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a server said to a request. */
record Asked(int status, Map<String, String> headers, String body) {
    /** Asks as a browser does. */
    static Asked get(int port, String path) throws IOException {
        return request(port, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port);
    }

    /** Sends these lines and nothing else. */
    static Asked request(int port, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            String text = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Asked of(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int line = 1; line < lines.length; line++) {
            String[] words = lines[line].split(": ?", 2);
            headers.put(words[0].toLowerCase(Locale.ROOT), words[1]);
        }
        return new Asked(Integer.parseInt(lines[0].split(" ")[1]), headers, parts.length > 1 ? parts[1] : "");
    }
}
