package dev.jprof.agent.sample;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One recording of Flight Recorder, by reflection. Loading this class loads the recorder.
 *
 * <p>The program may end at any moment, and with it the recorder, in an exit hook of its own. A recording that is started then hangs the
 * JVM, and one that another thread stops may be thrown away before it is written; so there is only this one, which is copied.
 */
final class JfrRecording {
    private static final long PATIENCE_NANOS = 10000000000L;

    /** More than it may take until the recorder forgets, on a machine that is busy: by then it may have ended, and not written the rest. */
    private static final long OVERLAP_NANOS = 5000000000L;

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

    /** Whether the directory for temporary files, where recordings grow, has room for so many bytes. */
    static boolean hasRoomFor(long bytes) {
        return new File(System.getProperty("java.io.tmpdir", ".")).getUsableSpace() >= bytes;
    }

    /** Starts one that Flight Recorder writes to {@link #file} when the program ends. */
    static JfrRecording start(Map<String, String> settings) throws ReflectiveOperationException, IOException {
        JfrRecording started = new JfrRecording();
        try {
            started.call("setName", String.class, "jprof");
            started.call("setSettings", Map.class, settings);
            started.call("setToDisk", boolean.class, true);
            started.call("setDumpOnExit", boolean.class, true);
            started.call("setDestination", Path.class, started.file.toPath());
            started.call("start");
            return started;
        } catch (ReflectiveOperationException failure) {
            started.delete();
            throw failure;
        }
    }

    private void call(String method, Class<?> parameter, Object value) throws ReflectiveOperationException {
        type.getMethod(method, parameter).invoke(recording, value);
    }

    private Object call(String method) throws ReflectiveOperationException {
        return type.getMethod(method).invoke(recording);
    }

    /**
     * Writes what happened since the last time to a new file, and some of what was in the last one.
     *
     * @return null if the recording has ended: then the rest is in {@link #file}
     */
    File copy() throws Exception {
        long begin = System.nanoTime();
        File copy = File.createTempFile("jprof-", ".jfr");
        try {
            call("dump", Path.class, copy.toPath());
        } catch (InvocationTargetException failure) {
            copy.delete();
            if (hasEnded()) {
                return null;
            }
            throw failure.getCause() instanceof Exception ? (Exception) failure.getCause() : failure;
        }
        forgetUpTo(begin);
        return copy;
    }

    /** Lets go of what ended before; it is all there again if the recording has ended meanwhile. */
    private void forgetUpTo(long nanos) throws ReflectiveOperationException {
        try {
            call("setMaxAge", Duration.class, Duration.ofNanos(System.nanoTime() - nanos + OVERLAP_NANOS));
            call("setMaxAge", Duration.class, null);
        } catch (InvocationTargetException failure) {
            if (!hasEnded()) {
                throw failure;
            }
        }
    }

    private boolean hasEnded() throws ReflectiveOperationException {
        return !call("getState").toString().equals("RUNNING");
    }

    /** Waits until Flight Recorder has ended it and written {@link #file}. */
    void awaitEndByRecorder() throws ReflectiveOperationException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isClosed() && System.nanoTime() < end) {
            Thread.sleep(1);
        }
    }

    private boolean isClosed() throws ReflectiveOperationException {
        return call("getState").toString().equals("CLOSED");
    }

    /** Where it is written when the program ends. */
    File file() {
        return file;
    }

    /** Ends it. Where it is written by itself is forgotten in this order, because without a place Flight Recorder takes its own. */
    void delete() throws ReflectiveOperationException {
        try {
            call("setDumpOnExit", boolean.class, false);
            call("setDestination", Path.class, null);
        } catch (InvocationTargetException ended) {
            // Nothing will be written any more.
        }
        call("close");
        file.delete();
    }
}
