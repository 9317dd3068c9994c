package dev.jprof.agent.rt;

/**
 * What the probes do when the fast way does not apply. One call with as few arguments as possible, because this is what the
 * compiler has to carry in every method. A thread for whose recorder there is no memory goes unrecorded until there is.
 *
 * <p>Never copied into its callers: while a method is young many of its calls are measured, and the compiler would take that for
 * its way of life.
 */
final class SlowWay {
    /** A cell to come back to for methods that were entered unrecorded: the exit takes the slow way and ends at the root. */
    private static final long UNRECORDED = Cell.slowly(Cell.NONE);

    private SlowWay() {}

    @DontInline
    static long enter(int id) {
        Recorder recorder = recorder();
        return recorder == null ? UNRECORDED : recorder.enter(id, Clock.now());
    }

    @DontInline
    static void exit(long parent) {
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.exit(parent, Clock.now());
        }
    }

    @DontInline
    static void fail(long parent, int id) {
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.fail(parent, id, Clock.now());
            if (recorder.current() == recorder.root()) {
                Reserve.threadFails();
            }
        }
    }

    @DontInline
    static void caught(long parent, int id) {
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.caught(parent, id, Clock.now());
        }
    }

    @DontInline
    static void leave(long parent, int id) {
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.leave(parent, id, Clock.now());
        }
    }

    @DontInline
    static void leaf(int id) {
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.countLeaf(id);
        }
    }

    @DontInline
    static void leafFailed(int id) {
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.failLeaf(id);
        }
    }

    private static Recorder recorder() {
        try {
            return Recorders.find();
        } catch (OutOfMemoryError programsOwn) {
            return null;
        }
    }
}
