package dev.jprof.cli.launch;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;

/** Signals caught and passed on. The class sun.misc.Signal is reached by reflection because javac warns of any direct use. */
public final class Signals {
    private Signals() {}

    /** From now on the signals that would end jprof go to the process, once it exists. */
    static void sendTo(CompletableFuture<Process> process) {
        handle("TERM", () -> send("TERM", process.join()));
        handle("INT", () -> sendUnlessTerminalDid("INT", process));
        handle("HUP", () -> sendUnlessTerminalDid("HUP", process));
    }

    /** A terminal sends these to all of its foreground processes, and a program that gets two may give up cleaning up. */
    private static void sendUnlessTerminalDid(String signal, CompletableFuture<Process> process) {
        if (!Boolean.getBoolean("jprof.terminal")) {
            send(signal, process.join());
        }
    }

    private static void send(String signal, Process process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
        } catch (IOException noShell) {
            process.destroy();
        }
    }

    /** From now on the signal, such as {@code INT}, does this instead of ending jprof. */
    public static void handle(String signal, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            Object number = type.getConstructor(String.class).newInstance(signal);
            type.getMethod("handle", type, handlerType).invoke(null, number, handler);
        } catch (ReflectiveOperationException unknownHere) {
            // Windows has no HUP, and some JVMs keep signals for themselves: then the signal ends jprof as before.
        }
    }
}
