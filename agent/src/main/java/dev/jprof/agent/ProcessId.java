package dev.jprof.agent;

import java.io.File;
import java.io.IOException;

/** This process's id, asked for without JMX. */
final class ProcessId {
    private ProcessId() {}

    /** Returns 0 where it can't be known. */
    static long get() {
        try {
            Class<?> handle = Class.forName("java.lang.ProcessHandle");
            Object current = handle.getMethod("current").invoke(null);
            return ((Long) handle.getMethod("pid").invoke(current)).longValue();
        } catch (ReflectiveOperationException beforeProcessHandles) {
            return fromProc();
        }
    }

    private static long fromProc() {
        try {
            return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
        } catch (IOException e) {
            return 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
