package dev.jprof.agent;

import dev.jprof.agent.output.Baseline;
import dev.jprof.agent.rt.Recorder;
import dev.jprof.agent.rt.Recorders;

/**
 * Where a session of the program's own began: of the thread that made it, or of all threads. A thread's recorder is held for it
 * until {@link #end}.
 */
final class Mark {
    final long millis = System.currentTimeMillis();
    final Baseline baseline;

    /** Null when the session is of all threads. */
    final Thread thread;

    /** Null when the session is of all threads. */
    final Recorder recorder;

    private boolean ended;

    private Mark(Recorder recorder) {
        this.recorder = recorder;
        this.thread = recorder == null ? null : Thread.currentThread();
        this.baseline = recorder == null ? Baseline.now() : Baseline.of(recorder);
    }

    static Mark ofAllThreads() {
        return new Mark(null);
    }

    static Mark ofThisThread() {
        return new Mark(Recorders.hold());
    }

    synchronized void end() {
        if (!ended && recorder != null) {
            recorder.letGo();
        }
        ended = true;
    }
}
