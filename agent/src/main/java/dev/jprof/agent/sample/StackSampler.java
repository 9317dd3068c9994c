package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A thread that looks at the stacks of all threads every half to one and a half intervals, at random, so that no program's own
 * period can lock on to it. A look stops the program at a safepoint; it stands for the time since the last one.
 */
final class StackSampler implements Sampler, Runnable {
    private static final SampledMetric[] RUNNING = {SampledMetric.SAMPLES, SampledMetric.SAMPLED};

    private final StackFolder folder;
    private final int intervalMillis;
    private final Thread thread;
    private final Stack stack = new Stack();
    private final Random random = new Random();

    /** Why nothing is seen, if a security manager of the program forbids to look. */
    private volatile SecurityException refused;

    /** @param group that of the agent's threads */
    StackSampler(StackFolder folder, int intervalMillis, ThreadGroup group) {
        this.folder = folder;
        this.intervalMillis = intervalMillis;
        thread = new Thread(group, this, "jprof-sampler");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    @Override
    public void begin() {
        thread.start();
    }

    @Override
    public void run() {
        long last = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(Math.max(1, intervalMillis / 2 + random.nextInt(intervalMillis)));
                try {
                    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
                    long now = System.nanoTime();
                    look(stacks, now - last);
                    last = now;
                } catch (OutOfMemoryError programsOwn) {
                    // Whoever meets a full heap first gets the error. The next look is soon.
                } catch (SecurityException programsManager) {
                    refused = programsManager;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Map<Thread, StackTraceElement[]> stacks, long nanos) {
        for (Map.Entry<Thread, StackTraceElement[]> entry : stacks.entrySet()) {
            Thread seen = entry.getKey();
            StackTraceElement[] frames = entry.getValue();
            if (frames.length == 0) {
                continue;
            }
            stack.clear();
            for (StackTraceElement frame : frames) {
                stack.add(frame.getClassName(), frame.getMethodName(), "");
            }
            SampledMetric wait = Waits.of(seen.getState(), stack.className(0), stack.name(0));
            if (wait == null) {
                folder.add(seen.getName(), seen.getId(), stack, RUNNING, new long[] {1, nanos});
            } else if (!isOfTheSystem(seen)) {
                folder.add(seen.getName(), seen.getId(), stack, new SampledMetric[] {wait}, new long[] {nanos});
            }
        }
    }

    /** Threads of the JVM wait all the time, which says nothing of the program. */
    private static boolean isOfTheSystem(Thread seen) {
        ThreadGroup group = seen.getThreadGroup();
        return group == null || group.getParent() == null;
    }

    /** Each look goes into the tree at once, if the program allows it. */
    @Override
    public void flush() {
        if (refused != null) {
            throw refused;
        }
    }

    @Override
    public void end(boolean withTheProgram) {
        thread.interrupt();
        flush();
    }

    @Override
    public String engine() {
        return "stacks";
    }

    @Override
    public String clock() {
        return "cpu";
    }

    @Override
    public List<String> events() {
        return Collections.singletonList("java.lang.Thread.getAllStackTraces");
    }

    @Override
    public Set<SampledMetric> metrics() {
        return EnumSet.of(
                SampledMetric.SAMPLES,
                SampledMetric.SAMPLED,
                SampledMetric.PARKED,
                SampledMetric.SLEPT,
                SampledMetric.BLOCKED,
                SampledMetric.WAITED,
                SampledMetric.SOCKET);
    }

    @Override
    public Map<String, Long> thresholds() {
        return Collections.emptyMap();
    }

    @Override
    public String bias() {
        return "stacks are seen at safepoints only: time of code without them, such as counted loops, goes to the next place that has"
                + " one; native code that waits counts as running unless it is known to wait; overloads are one method";
    }

    @Override
    public long lost() {
        return 0;
    }
}
