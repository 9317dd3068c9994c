package dev.jprof.agent;

import dev.jprof.agent.options.AgentOptions;

/** The thread that begins a recording late, writes it every so often, and ends it early. */
final class Timetable extends Thread {
    private final Timed recording;
    private final long delay;
    private final long every;
    private final long duration;

    Timetable(Timed recording, AgentOptions options) {
        super(SystemGroup.get(), "jprof-timetable");
        this.recording = recording;
        this.delay = options.delayMillis();
        this.every = options.everyMillis();
        this.duration = options.durationMillis();
        setDaemon(true);
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    boolean hasEntries() {
        return delay > 0 || every > 0 || duration > 0;
    }

    @Override
    public void run() {
        try {
            if (delay > 0) {
                sleep(delay);
                recording.begin();
            }
            long end = duration > 0 ? System.nanoTime() + duration * 1000000 : Long.MAX_VALUE;
            long left = millisUntil(end);
            while (left > 0) {
                sleep(every > 0 ? Math.min(every, left) : left);
                left = millisUntil(end);
                if (left > 0) {
                    recording.snapshot();
                }
            }
            recording.finish("duration");
        } catch (InterruptedException stopped) {
            // The recording has ended.
        }
    }

    private static long millisUntil(long end) {
        return end == Long.MAX_VALUE ? Long.MAX_VALUE : (end - System.nanoTime() + 999999) / 1000000;
    }
}
