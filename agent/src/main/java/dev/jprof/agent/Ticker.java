package dev.jprof.agent;

import dev.jprof.agent.rt.Clock;
import dev.jprof.agent.rt.Node;
import dev.jprof.agent.rt.Recorder;
import dev.jprof.agent.rt.Recorders;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that moves the coarse clock on: every half to one and a half milliseconds, at random, so that no program's own
 * period can lock on to it. Now and then it looks which threads are waiting, lets go of those that have ended, and measures what
 * the probes cost.
 */
final class Ticker extends Thread {
    static final long INTERVAL_NANOS = 1000000;
    private static final int TICKS_A_LOOK = 10;
    private static final int TICKS_A_SWEEP = 1000;

    /** More threads than this are not looked at one by one. */
    private static final int MOST_LOOKED_AT = 512;

    final Calibration calibration = new Calibration();

    private volatile long ticks;
    private volatile long gaps;
    private volatile long longestGap;
    private volatile long inGaps;

    /** Sum of the squares of how much later than asked for the ticker woke, in square microseconds. */
    private volatile long lateSquares;

    private volatile boolean ended;

    private final long begin = System.nanoTime();
    private long lastLook = System.nanoTime();

    Ticker() {
        super(SystemGroup.get(), "jprof-ticker");
        setDaemon(true);
        setPriority(MAX_PRIORITY);
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    @Override
    public void run() {
        long last = System.nanoTime();
        long random = last | 1;
        Clock.restart(last);
        while (!ended) {
            random ^= random << 13;
            random ^= random >>> 7;
            random ^= random << 17;
            long asked = INTERVAL_NANOS / 2 + (random & Long.MAX_VALUE) % INTERVAL_NANOS;
            long asleep = System.nanoTime();
            LockSupport.parkNanos(asked);
            long now = System.nanoTime();
            Clock.tick(now);
            long late = Math.max(0, now - asleep - asked) / 1000;
            lateSquares += late * late;
            long count = ticks + 1;
            ticks = count;
            if (now - last > Clock.GAP_NANOS) {
                gaps++;
                inGaps += now - last;
                longestGap = Math.max(longestGap, now - last);
            }
            last = now;
            try {
                lookAround(count, now);
            } catch (OutOfMemoryError programsOwn) {
                // Whoever meets a full heap first gets the error. The clock must go on, and the next look is soon.
            }
        }
    }

    /** Stops the clock; returns when no tick can come any more. */
    void end() {
        ended = true;
        LockSupport.unpark(this);
        boolean interrupted = false;
        while (isAlive()) {
            try {
                join();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) {
            currentThread().interrupt();
        }
    }

    private void lookAround(long count, long now) {
        if (count % TICKS_A_LOOK == 0) {
            if (!Clock.countsCpuTime()) {
                lookForWaiting(now);
            }
            calibration.round();
        }
        if (count % TICKS_A_SWEEP == 0) {
            Recorders.forgetEndedThreads();
        }
    }

    private void lookForWaiting(long now) {
        long passed = now - lastLook;
        lastLook = now;
        int looked = 0;
        Recorder recorder = Recorders.newest(false);
        while (recorder != null && looked++ < MOST_LOOKED_AT) {
            Node current = recorder.current();
            if (current != recorder.root() && isWaiting(recorder.seat().owner())) {
                current.waiting += passed;
            }
            recorder = recorder.previous();
        }
    }

    private static boolean isWaiting(Thread thread) {
        if (thread == null) {
            return false;
        }
        State state = thread.getState();
        return state == State.WAITING || state == State.TIMED_WAITING || state == State.BLOCKED;
    }

    long ticks() {
        return ticks;
    }

    /** How long a tick is on average, gaps apart; 0 before the first. */
    long meanNanos() {
        long ordinary = ticks - gaps;
        return ordinary <= 0 ? 0 : (System.nanoTime() - begin - inGaps) / ordinary;
    }

    /** How often the clock stood still for more than five ticks. */
    long gaps() {
        return gaps;
    }

    /** The sum of all gaps. */
    long gapNanos() {
        return inGaps;
    }

    /**
     * What a nanosecond in which a thread may lose the processor adds to the variance of a time, in square nanoseconds: the squares
     * of the ticker's own waits over the time.
     */
    long waitNanos() {
        return lateSquares * 1000000 / Math.max(1, System.nanoTime() - begin);
    }

    long longestGapNanos() {
        return longestGap;
    }
}
