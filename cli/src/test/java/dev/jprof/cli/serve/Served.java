package dev.jprof.cli.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A folder with good, broken and foreign files, and a server that shows it. */
record Served(Path folder, ProfileServer server) {
    private static final Path SMALL = Path.of("src/test/resources/profiles/small.json");

    static Served in(Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("served")).toRealPath();
        Files.copy(SMALL, folder.resolve("b.json"));
        Files.write(folder.resolve("c.json.gz"), zipped(Files.readAllBytes(SMALL)));
        Files.writeString(folder.resolve("d.json"), "{\"format\":");
        Files.writeString(folder.resolve("notes.txt"), "not a profile");
        Files.writeString(folder.resolve(".hidden.json"), "{}");
        Files.createDirectory(folder.resolve("e.json"));
        Path secret = Files.writeString(temporary.resolve("secret.json"), "{\"secret\": 42}");
        Files.createSymbolicLink(folder.resolve("a.json"), secret);
        Files.createSymbolicLink(folder.resolve("f.json"), folder.resolve("b.json"));
        return new Served(folder, start(folder));
    }

    static ProfileServer start(Path folder) throws IOException {
        return ProfileServer.start(ServedFolder.of(folder, UnaryOperator.identity()), 0);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Where a route is, below the token. */
    String path(String route) {
        String address = server.address();
        return address.substring(address.indexOf('/', "http://".length())) + route;
    }

    Asked get(String route) throws IOException {
        return Asked.get(server.port(), path(route));
    }

    String host() {
        return "Host: 127.0.0.1:" + server.port();
    }
}
