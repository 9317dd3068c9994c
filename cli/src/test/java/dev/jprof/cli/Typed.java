package dev.jprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Commands that a test types, run in its own JVM. FILE stands for a small profile. */
final class Typed {
    static final String FILE = "src/test/resources/profiles/small.json";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs a command, what was printed before forgotten; returns its exit code. */
    int jprof(String command) {
        out.reset();
        return run(command, out);
    }

    /** Runs a command with another standard output; returns its exit code. */
    int run(String command, OutputStream output) {
        err.reset();
        return Main.run(words(command), output, err);
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.equals("FILE") ? FILE : word);
        }
        return words.toArray(new String[0]);
    }

    /** What the last command wrote to standard output. */
    String out() {
        return out.toString(UTF_8);
    }

    /** What the last command wrote to standard error. */
    String err() {
        return err.toString(UTF_8);
    }
}
