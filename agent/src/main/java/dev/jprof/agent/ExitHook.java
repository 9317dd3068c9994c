package dev.jprof.agent;

/** Finishes a recording when the program ends. */
final class ExitHook extends Thread {
    private final Timed recording;

    ExitHook(Timed recording) {
        super("jprof-exit");
        this.recording = recording;
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    @Override
    public void run() {
        recording.finish("exit");
    }
}
