package dev.jprof.report.check.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A path as the relative reference of a URI: names of files may hold anything. */
final class Address {
    private static final String PLAIN = "-._~/$+,=@!";

    private Address() {}

    /** The same of a file from the working directory on, or its whole address if it is not below that. */
    static String ofFile(String path) {
        Path here = Path.of("").toAbsolutePath();
        Path file = here.resolve(path).normalize();
        return file.startsWith(here)
                ? of(here.relativize(file).toString().replace('\\', '/'))
                : file.toUri().toString();
    }

    static String of(String path) {
        StringBuilder address = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                address.append(c);
            } else {
                address.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                address.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return address.toString();
    }
}
