package dev.jprof.cli.top;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/**
 * A terminal that is taken as a whole. It is given back as it was in the end, when the JVM exits, and for as long as a person has
 * suspended the program. Confined to one thread.
 */
final class WholeTerminal implements AutoCloseable {
    private final Terminal terminal;
    private final Attributes before;
    private final Thread restoring = new Thread(this::giveBack);
    private final AtomicBoolean suspended = new AtomicBoolean();
    private final AtomicBoolean continued = new AtomicBoolean();

    WholeTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        Runtime.getRuntime().addShutdownHook(restoring);
        take();
        terminal.handle(Signal.TSTP, signal -> suspended.set(true));
        terminal.handle(Signal.CONT, signal -> continued.set(true));
    }

    /** Suspends this JVM if a person wants that. Returns true when it goes on, and all has to be drawn anew. */
    boolean wasAway() {
        if (suspended.getAndSet(false)) {
            giveBack();
            suspend();
            continued.set(true);
        }
        boolean away = continued.getAndSet(false);
        if (away) {
            take();
        }
        return away;
    }

    /** As if nobody handled the signal. Returns when the JVM goes on. Java itself sends no signal that has no handler. */
    private void suspend() {
        SignalHandler own = terminal.handle(Signal.TSTP, SignalHandler.SIG_DFL);
        try {
            new ProcessBuilder(
                            "sh", "-c", "kill -TSTP " + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            terminal.handle(Signal.TSTP, own);
        }
    }

    private void take() {
        terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    private void giveBack() {
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.exit_ca_mode);
        terminal.setAttributes(before);
        terminal.flush();
    }

    @Override
    public void close() {
        giveBack();
        try {
            Runtime.getRuntime().removeShutdownHook(restoring);
        } catch (IllegalStateException ending) {
            // It runs already.
        }
    }
}
