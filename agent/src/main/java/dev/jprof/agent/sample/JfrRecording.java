package dev.jprof.agent.sample;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;

/** One recording of Flight Recorder, by reflection, in a file of its own once it has ended. Loading this class loads the recorder. */
final class JfrRecording {
    private static final long PATIENCE_NANOS = 10000000000L;

    private final Class<?> type = Class.forName("jdk.jfr.Recording");
    private final Object recording;
    private final File file = File.createTempFile("jprof-", ".jfr");

    /** @throws ClassNotFoundException if this JVM has no Flight Recorder, or its module was not loaded */
    private JfrRecording() throws ReflectiveOperationException, IOException {
        Method isAvailable = Class.forName("jdk.jfr.FlightRecorder").getMethod("isAvailable");
        if (!Boolean.TRUE.equals(isAvailable.invoke(null))) {
            throw new ClassNotFoundException("Flight Recorder is not available");
        }
        recording = type.getConstructor().newInstance();
    }

    /** Starts one that is written when it ends, by us or by the end of the program. */
    static JfrRecording start(Map<String, String> settings) throws ReflectiveOperationException, IOException {
        JfrRecording started = new JfrRecording();
        try {
            started.set("setName", String.class, "jprof");
            started.set("setSettings", Map.class, settings);
            started.set("setToDisk", boolean.class, true);
            started.set("setDumpOnExit", boolean.class, true);
            started.set("setDestination", Path.class, started.file.toPath());
            started.call("start");
            return started;
        } catch (ReflectiveOperationException failure) {
            started.delete();
            throw failure;
        }
    }

    private void set(String method, Class<?> parameter, Object value) throws ReflectiveOperationException {
        type.getMethod(method, parameter).invoke(recording, value);
    }

    private Object call(String method) throws ReflectiveOperationException {
        return type.getMethod(method).invoke(recording);
    }

    /** Ends it; afterwards its file is complete. */
    void stop() throws ReflectiveOperationException, InterruptedException {
        try {
            call("stop");
        } catch (InvocationTargetException ended) {
            awaitEndByRecorder();
        }
    }

    /**
     * Waits for Flight Recorder to end it, which it does in an exit hook of its own, throwing away what another thread is about to
     * write.
     */
    void awaitEndByRecorder() throws ReflectiveOperationException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isClosed() && System.nanoTime() < end) {
            Thread.sleep(1);
        }
    }

    private boolean isClosed() throws ReflectiveOperationException {
        return call("getState").toString().equals("CLOSED");
    }

    File file() {
        return file;
    }

    void delete() throws ReflectiveOperationException {
        call("close");
        file.delete();
    }
}
