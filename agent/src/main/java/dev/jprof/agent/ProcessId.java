package dev.jprof.agent;

import java.io.File;
import java.io.IOException;

/** This process's id, asked for without JMX. */
final class ProcessId {
    private ProcessId() {}

    /** Returns 0 where it can't be known. Linux says it in less time than {@code ProcessHandle}, which JDK 8 lacks. */
    static long get() {
        try {
            String name = new File("/proc/self").getCanonicalFile().getName();
            return name.equals("self") ? fromHandle() : Long.parseLong(name);
        } catch (IOException e) {
            return fromHandle();
        }
    }

    private static long fromHandle() {
        try {
            Class<?> handle = Class.forName("java.lang.ProcessHandle");
            Object current = handle.getMethod("current").invoke(null);
            return ((Long) handle.getMethod("pid").invoke(current)).longValue();
        } catch (ReflectiveOperationException beforeProcessHandles) {
            return 0;
        }
    }
}
