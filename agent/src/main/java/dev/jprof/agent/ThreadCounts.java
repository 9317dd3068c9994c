package dev.jprof.agent;

import com.sun.management.ThreadMXBean;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.rt.ThreadCounter;
import java.lang.management.ManagementFactory;

/** What HotSpot's management classes count for a thread. Loads them, so it is used only when it was asked for. */
final class ThreadCounts {
    private static final boolean ASKS_THREADS =
            Double.parseDouble(System.getProperty("java.specification.version")) < 19;

    private ThreadCounts() {}

    static ThreadCounter cpuNanos() throws OptionException {
        final ThreadMXBean threads = threads("clock=cpu");
        if (!threads.isThreadCpuTimeSupported()) {
            throw new OptionException("clock=cpu: this JVM does not know the CPU time of its threads");
        }
        threads.setThreadCpuTimeEnabled(true);
        return new ThreadCounter() {
            @Override
            public long of(long thread) {
                return mayOverrideItsId(Thread.currentThread().getClass())
                        ? threads.getThreadCpuTime(new long[] {thread, thread})[0]
                        : threads.getThreadCpuTime(thread);
            }
        };
    }

    static ThreadCounter allocatedBytes() throws OptionException {
        final ThreadMXBean threads = threads("alloc=on");
        if (!threads.isThreadAllocatedMemorySupported()) {
            throw new OptionException("alloc=on: this JVM does not count what its threads allocate");
        }
        threads.setThreadAllocatedMemoryEnabled(true);
        return new ThreadCounter() {
            @Override
            public long of(long thread) {
                return mayOverrideItsId(Thread.currentThread().getClass())
                        ? threads.getThreadAllocatedBytes(new long[] {thread, thread})[0]
                        : threads.getThreadAllocatedBytes(thread);
            }
        };
    }

    /**
     * Whether asking for one thread's count may run code of the program: JDKs before 19 ask the current thread for its id first, which
     * its class may have a method of its own for. Of two threads at a time they do not.
     */
    private static boolean mayOverrideItsId(Class<?> ofThread) {
        return ASKS_THREADS && ofThread != Thread.class && !ofThread.getName().startsWith("java.");
    }

    private static ThreadMXBean threads(String option) throws OptionException {
        try {
            return (ThreadMXBean) ManagementFactory.getThreadMXBean();
        } catch (LinkageError missing) {
            throw new OptionException(option + " needs the module jdk.management, which this JVM has not got");
        } catch (ClassCastException otherJvm) {
            throw new OptionException(option + " needs HotSpot's management classes, which this JVM has not got");
        }
    }
}
