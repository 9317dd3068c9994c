package dev.jprof.agent;

import com.sun.management.ThreadMXBean;
import dev.jprof.agent.options.OptionException;
import dev.jprof.agent.rt.ThreadCounter;
import java.lang.management.ManagementFactory;

/** What HotSpot's management classes count for a thread. Loads them, so it is used only when it was asked for. */
final class ThreadCounts {
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
                return threads.getThreadCpuTime(thread);
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
                return threads.getThreadAllocatedBytes(thread);
            }
        };
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
