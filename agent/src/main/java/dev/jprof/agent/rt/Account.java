package dev.jprof.agent.rt;

/**
 * Where one thread's time goes: every reading charges what has passed since the last one to the node that was current, so self
 * times sum to the thread's time. A reading is the larger of the coarse clock and the last reading; an exact read advances it.
 *
 * <p>Under {@code clock=cpu} the same readings charge the CPU time that has passed. A tick falls in proportion to time on the wall,
 * though: one that found the thread waiting would give a method that waits what others worked before, so it decides nothing.
 *
 * <p>Confined to the owner thread.
 */
final class Account {
    private static final long GAP_SQUARE = (Clock.GAP_NANOS / 1000) * (Clock.GAP_NANOS / 1000);

    private final Gate gate;

    private long last;
    private long lastCpu;

    /** Whether methods were entered or left since the last reading. While none was, every event takes the slow way. */
    private boolean mixed;

    /** Time that several nodes had a part in and no tick has decided on; the node that was current at its end. */
    private long undecided;

    private Node undecidedAt;

    Account(Gate gate) {
        this.gate = gate;
    }

    /** A thread takes its seat. */
    void begin(long thread) {
        last = System.nanoTime();
        mixed = false;
        gate.seat(thread);
        lastCpu = Clock.cpu == null ? 0 : Math.max(0, Clock.cpu.of(thread));
    }

    /** The time of the last reading. */
    long last() {
        return last;
    }

    /**
     * Charges what has passed to the node that is current until now. A tick falls on a node in proportion to its time, however
     * many others have come and gone since the last one; an exact read does not: it falls on whoever makes it. So it charges
     * only what the node had alone, since an exact read or since a tick that this is the first event after, and puts off
     * what others had a part in until the next tick that falls among such.
     *
     * <p>While the gate is open there was no tick, whatever the clock says: an event on the slow way that saw it a microsecond
     * before those on the fast way would take what is theirs.
     */
    void read(Node current, long tick, boolean exactly, long now) {
        boolean ticked = !gate.isOpen() && chargeTick(current, tick);
        if (exactly) {
            if (ticked || !mixed) {
                current.self += passed(now);
            } else if (now > last) {
                undecided += passed(now);
                undecidedAt = current;
            }
            mixed = false;
            gate.shut();
        } else {
            mixed = true;
            gate.open(last);
        }
    }

    /** Charges what has passed since an exact read, in which one node was alone, and returns it. */
    long chargeAll(Node to, long now) {
        long passed = passed(now);
        to.self += passed;
        return passed;
    }

    private boolean chargeTick(Node to, long tick) {
        if (tick <= last) {
            return false;
        }
        long length = tick - last;
        long now = Clock.cpu == null ? tick : System.nanoTime();
        long passed = passed(tick);
        if (mixed && Clock.cpu != null && gate.hasWaited(now, lastCpu)) {
            undecided += passed;
            undecidedAt = to;
            return true;
        }
        long square = squareOf(Math.min(passed, length));
        to.self += passed;
        if (mixed) {
            to.self += undecided;
            undecided = 0;
            to.spread += square;
        }
        // A gap is one tick, so chance evens nothing out: the caller is marked too, as one who may have lost it.
        if (square > GAP_SQUARE && to.parent != null) {
            to.parent.spread += square;
        }
        return true;
    }

    /** The time since the last reading, which becomes this one. */
    private long passed(long now) {
        if (now <= last) {
            return 0;
        }
        long passed = now - last;
        if (Clock.cpu != null) {
            long cpu = Clock.cpu.of(gate.thread());
            passed = cpu < 0 ? 0 : cpu - lastCpu;
            lastCpu = Math.max(lastCpu, cpu);
        }
        last = now;
        return passed;
    }

    /** Who was current after the last reading is not known up to the next tick, and from there on it is. */
    private long squareOf(long passed) {
        long micros = mixed ? (Math.min(passed, Clock.length) + undecided) / 1000 : 0;
        return micros * micros;
    }

    /** What the thread's current node would be charged with now. May be called by another thread. */
    long uncharged(long now) {
        if (Clock.cpu == null) {
            return Math.max(0, now - last);
        }
        return Math.max(0, Clock.cpu.of(gate.thread()) - lastCpu);
    }

    /** What {@link Node#spread} of the current node would grow by if it were charged now. */
    long spreadUntil(long now) {
        return squareOf(Math.max(0, now - last));
    }

    /** What of the time up to the last reading is not charged yet, because several nodes had a part in it. */
    long undecided(Node node) {
        return node == undecidedAt ? undecided : 0;
    }
}
