package dev.jprof.cli.top;

import dev.jprof.cli.top.Picture.Entry;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** The whole of a terminal, until a person quits or the program ends. Whatever happens, the terminal is as before afterwards. */
public final class TopScreen {
    private static final int COLOURS = 8;
    private static final int LOOK_MILLIS = 50;
    private static final int SUMMARY_ROWS = 10;

    private final Snapshots snapshots;
    private final boolean colourful;
    private final Board board = new Board();
    private final Recorded recorded = new Recorded();
    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicBoolean resized = new AtomicBoolean();
    private int written;
    private boolean silent;

    /**
     * For one terminal.
     *
     * @param colourful whether colours are wanted where the terminal has them
     */
    public TopScreen(Snapshots snapshots, boolean colourful) {
        this.snapshots = snapshots;
        this.colourful = colourful;
    }

    /** Returns when it is over, with what is to be left on the terminal: nothing if a person quit. */
    public List<String> show() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder()
                        .system(true)
                        .jni(false)
                        .ffm(false)
                        .dumb(true)
                        .nativeSignals(true)
                        .build();
                Pulse pulse = new Pulse(snapshots)) {
            terminal.handle(Terminal.Signal.INT, signal -> left.set(true));
            terminal.handle(Terminal.Signal.WINCH, signal -> resized.set(true));
            try (WholeTerminal whole = new WholeTerminal(terminal)) {
                pulse.start();
                return loop(terminal, whole, pulse);
            }
        }
    }

    private List<String> loop(Terminal terminal, WholeTerminal whole, Pulse pulse) throws IOException {
        Display display = new Display(terminal, true);
        BindingReader keys = new BindingReader(terminal.reader());
        KeyMap<Key> bound = Keys.bound(terminal);
        Frame frame = frame(terminal, display);
        Picture picture = null;
        boolean changed = true;
        while (!left.get()) {
            if (whole.wasAway() || resized.getAndSet(false)) {
                frame = frame(terminal, display);
                display.clear();
                changed = true;
            }
            changed |= takeSnapshot(pulse);
            changed |= noteSilence(pulse);
            if (changed) {
                picture = recorded.isEmpty() ? null : Picture.of(board, recorded.shown(board.interval()));
                board.limit(picture == null ? 0 : picture.entries().size());
                display.update(picture == null ? frame.waiting() : frame.lines(board, picture), -1);
            }
            IOException over = pulse.failure();
            if (over != null) {
                return last(over, picture);
            }
            changed = keys.peekCharacter(LOOK_MILLIS) != -2;
            if (changed) {
                press(keys.readBinding(bound), keys.getLastBinding(), picture);
            }
        }
        return List.of();
    }

    private boolean takeSnapshot(Pulse pulse) {
        Profile taken = board.paused() ? null : pulse.taken();
        if (taken != null) {
            recorded.add(taken);
        }
        return taken != null;
    }

    private boolean noteSilence(Pulse pulse) {
        boolean changed = pulse.isSilent() != silent;
        if (changed) {
            silent = !silent;
            board.say(silent ? "the program does not answer; waiting for it" : "");
        }
        return changed;
    }

    private Frame frame(Terminal terminal, Display display) {
        Size size = terminal.getSize();
        int columns = Math.max(20, size.getColumns());
        int rows = Math.max(5, size.getRows());
        display.resize(rows, columns);
        Integer colours = terminal.getNumericCapability(Capability.max_colors);
        return new Frame(snapshots.title(), columns, rows, colourful && colours != null && colours >= COLOURS);
    }

    private void press(@Nullable Key key, @Nullable String typed, @Nullable Picture picture) {
        if (key == null || key == Key.QUIT && !board.typing()) {
            left.set(true);
        } else if (board.typing()) {
            type(key, typed == null ? "" : typed);
        } else {
            switch (key) {
                case UP -> board.move(-1);
                case DOWN -> board.move(1);
                case RESET -> recorded.reset();
                case WRITE -> board.say(write());
                case OPEN, CLOSE, TOGGLE -> open(key, picture);
                default -> board.press(key);
            }
        }
    }

    private void type(Key key, String typed) {
        switch (key) {
            case TOGGLE -> board.endTyping(false);
            case ESCAPE -> board.endTyping(true);
            default -> {
                if (typed.equals("\u007f") || typed.equals("\b")) {
                    board.erase();
                } else {
                    typed.codePoints().filter(letter -> letter >= ' ').forEach(board::type);
                }
            }
        }
    }

    private void open(Key key, @Nullable Picture picture) {
        if (picture == null || board.selected() >= picture.entries().size()) {
            return;
        }
        Entry entry = picture.entries().get(board.selected());
        if (!entry.path().isEmpty()) {
            board.open(entry.path(), key == Key.TOGGLE ? !board.isOpen(entry.path()) : key == Key.OPEN);
        }
    }

    /** To the first name that is free. */
    private String write() {
        Path file;
        do {
            file = Path.of("snapshot-" + ++written + ".json");
        } while (Files.exists(file));
        try {
            snapshots.write(file);
            return "wrote " + file;
        } catch (IOException failed) {
            return "cannot write " + file + ": " + failed.getMessage();
        }
    }

    private List<String> last(IOException over, @Nullable Picture picture) throws IOException {
        if (!(over instanceof Snapshots.Ended) && picture == null) {
            throw over;
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(over.getMessage()));
        if (!recorded.isEmpty()) {
            lines.addAll(PlainTable.lines(recorded.shown(false), SUMMARY_ROWS));
        }
        return lines;
    }
}
