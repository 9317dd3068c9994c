package dev.jprof.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A terminal of a given size with a shell in it, from a tmux server of its own. */
final class Screen implements AutoCloseable {
    private static final Path JPROF = Path.of("target/jprof-0.1.0/bin/jprof").toAbsolutePath();
    private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final String server;

    private Screen(Path folder) {
        this.folder = folder;
        this.server = folder.resolve("tmux").toString();
    }

    /** In that folder, which is the home folder too; {@code jprof} is the built one. */
    static Screen open(Path folder, int columns, int rows) throws IOException, InterruptedException {
        Screen screen = new Screen(folder);
        Path start = Files.writeString(
                folder.resolve("start.sh"), """
                export HOME='%s' PS1='ready> ' LC_ALL=C.UTF-8 JPROF_JAVA='%s/bin/java'
                unset NO_COLOR JAVA_TOOL_OPTIONS
                jprof() { '%s' "$@"; }
                """.formatted(folder, System.getProperty("java.home"), JPROF));
        screen.tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                String.valueOf(columns),
                "-y",
                String.valueOf(rows),
                "-c",
                folder.toString(),
                "env ENV='" + start + "' sh -i");
        screen.shows("ready>$");
        return screen;
    }

    /** Types keys by their tmux names: a text, {@code Enter}, {@code Tab}, {@code C-c}, {@code Up}. */
    Screen type(String... keys) throws IOException {
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
        return this;
    }

    void resize(int columns, int rows) throws IOException {
        tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
    }

    /** Waits until a regular expression is found on the screen, and returns all of it. */
    String shows(String regex) throws IOException, InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        String text = text();
        for (long start = System.nanoTime(); !pattern.matcher(text).find(); text = text()) {
            assertThat(System.nanoTime() - start)
                    .as("no <%s> in%n%s", regex, text)
                    .isLessThan(TIMEOUT);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return text;
    }

    /** The lines of the screen without blanks at their ends, and none below the last that has something on it. */
    String text() throws IOException {
        return tmux("capture-pane", "-p").stripTrailing() + "\n";
    }

    /** The same with colours as escape sequences. */
    String coloured() throws IOException {
        return tmux("capture-pane", "-p", "-e");
    }

    private String tmux(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", server));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            assertThat(process.waitFor()).as(printed).isZero();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        return printed;
    }

    @Override
    public void close() throws IOException {
        tmux("kill-server");
    }
}
