package dev.jprof.cli.serve;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The addresses that there are, compared as they are sent: nothing in them is decoded or resolved. */
final class Routes {
    private static final String VERSION = "?version";

    private final byte[] prefix;
    private final Map<String, Supplier<Answer>> routes = new HashMap<>();

    Routes(String prefix, ServedFolder folder) {
        this.prefix = bytes(prefix);
        routes.put("", folder::list);
        routes.put(VERSION, () -> Answer.text(200, folder.listVersion()));
        List<ServedProfile> profiles = folder.profiles();
        for (int number = 0; number < profiles.size(); number++) {
            ServedProfile profile = profiles.get(number);
            routes.put(ServedFolder.address(number), profile::page);
            routes.put(ServedFolder.address(number) + VERSION, () -> Answer.text(200, profile.version()));
        }
    }

    Answer answer(URI uri) {
        String asked = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        byte[] path = bytes(asked);
        int length = Math.min(prefix.length, path.length);
        byte[] beginning = new byte[length];
        System.arraycopy(path, 0, beginning, 0, length);
        // In a time that does not tell how much of the token was right.
        boolean knowsToken = MessageDigest.isEqual(beginning, prefix);
        Supplier<Answer> route = knowsToken ? routes.get(asked.substring(prefix.length)) : null;
        return route == null ? Answer.text(404, "there is nothing here\n") : route.get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
