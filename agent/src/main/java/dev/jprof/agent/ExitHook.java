package dev.jprof.agent;

/** Finishes a recording when the program ends. */
final class ExitHook extends Thread {
    private final Timed recording;

    ExitHook(Timed recording) {
        super("jprof-exit");
        this.recording = recording;
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    /** Lets the program end without it; false when the program is ending, and the recording with it. */
    boolean remove() {
        try {
            return Runtime.getRuntime().removeShutdownHook(this);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    @Override
    public void run() {
        recording.finish("exit");
    }
}
