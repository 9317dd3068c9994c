package dev.jprof.examples.selftest.ledger;

/**
 * What a program knows of itself: calls, calls left by an exception, and time of each of its methods. Like the profiler's, its
 * readings telescope: each charges the time since the last one, so whatever holds the machine up is in the truth too.
 *
 * <p>A call is read on both of its sides, by its caller and by the method called: {@code leave}, {@code enter}, {@code exit},
 * {@code back}. What passes between the two sides is the call itself and the profiler's probes; nobody can say whose time that
 * is, so it is divided among those that it may belong to, and the ledger says how much of each method's time is of that kind.
 * Confined to one thread.
 */
public final class Ledger {
    /** A clock that moves on by more between two readings was not read by a running thread. */
    private static final long AWAY_NANOS = 20_000;

    /** An exception can end so many calls at once, and one method catches it. */
    private static final int MOST_SIDES = 4;

    private final double scale;
    private String program = "";
    private String[] methods = {};
    private long[] calls = {};
    private long[] errors = {};
    private long[] nanos = {};

    /** How much more or less than {@link #nanos} a method may have. */
    private long[] doubt = {};

    /** The methods on this side of the call that is beginning or ending, if one is. */
    private int[] sides = {};

    private int sidesCount;
    private long last;

    /** Time in which the processor was with others while a method wanted to work. */
    private long away;

    public Ledger(double scale) {
        this.scale = scale;
    }

    /**
     * Opens the ledger inside the first of the methods, whose call it counts. From then on a method is its place in the list.
     *
     * @param program the methods' class; a method of a nested class brings the rest of the name: {@code $Worker.run}
     */
    public void begin(String program, String... methods) {
        this.program = program;
        this.methods = methods;
        calls = new long[methods.length];
        errors = new long[methods.length];
        nanos = new long[methods.length];
        doubt = new long[methods.length];
        sides = new int[MOST_SIDES];
        calls[0] = 1;
        last = System.nanoTime();
    }

    /** Returns an empty ledger of the same methods for another thread, which {@link #open opens} it there. */
    public Ledger another() {
        Ledger other = new Ledger(scale);
        other.begin(program, methods);
        other.calls[0] = 0;
        return other;
    }

    /** Says that the thread enters its outermost method. */
    public void open(int method) {
        calls[method]++;
        last = System.nanoTime();
    }

    /** Adds a ledger whose thread has ended. */
    public void add(Ledger other) {
        for (int method = 0; method < methods.length; method++) {
            calls[method] += other.calls[method];
            errors[method] += other.errors[method];
            nanos[method] += other.nanos[method];
            doubt[method] += other.doubt[method];
        }
        away += other.away;
    }

    /** A number of rounds as the scale wants it, at least 1. */
    public int rounds(int atFullSize) {
        return (int) Math.max(1, Math.round(atFullSize * scale));
    }

    /** The method is about to call another. */
    public void leave(int own) {
        charge(own);
    }

    /** The method begins, called by the one that left. */
    public void enter(int own) {
        share(own);
        calls[own]++;
    }

    /** The method is about to end. */
    public void exit(int own) {
        charge(own);
    }

    /** The method ends by an exception, which may have ended others before. */
    public void fail(int own) {
        charge(own);
        errors[own]++;
    }

    /** The method goes on after a call of another. */
    public void back(int own) {
        share(own);
    }

    /** A call that is counted and whose time is its caller's. */
    public void count(int method) {
        calls[method]++;
    }

    /** All of a method that only takes time. */
    public void work(int own, long nanoseconds) {
        enter(own);
        spin(nanoseconds);
        exit(own);
    }

    public void spin(long nanoseconds) {
        long start = System.nanoTime();
        long now = start;
        do {
            long before = now;
            now = System.nanoTime();
            if (now - before > AWAY_NANOS) {
                away += now - before;
            }
        } while (now - start < nanoseconds);
    }

    /** The time since the last reading is the method's; what follows may be another's. */
    private void charge(int method) {
        long passed = passed();
        if (sidesCount > 0) {
            divide(passed);
        } else {
            nanos[method] += passed;
        }
        sides[sidesCount++] = method;
    }

    /** The time since the last reading is the method's or that of the other sides; what follows is its own. */
    private void share(int method) {
        sides[sidesCount++] = method;
        divide(passed());
        sidesCount = 0;
    }

    private void divide(long passed) {
        long part = passed / sidesCount;
        for (int side = 0; side < sidesCount; side++) {
            nanos[sides[side]] += part;
            doubt[sides[side]] += passed - part;
        }
    }

    private long passed() {
        long now = System.nanoTime();
        long passed = now - last;
        last = now;
        return passed;
    }

    /**
     * One line a method: {@code truth CLASS.METHOD CALLS ERRORS NANOSECONDS DOUBT}, and a last one: {@code away NANOSECONDS}, of all
     * threads the time without a processor.
     */
    public String lines(String packageName) {
        StringBuilder lines = new StringBuilder();
        for (int method = 0; method < methods.length; method++) {
            String dot = methods[method].startsWith("$") ? "" : ".";
            lines.append("truth ").append(packageName).append('.').append(program);
            lines.append(dot).append(methods[method]).append(' ').append(calls[method]);
            lines.append(' ').append(errors[method]).append(' ').append(nanos[method]);
            lines.append(' ').append(doubt[method]).append('\n');
        }
        return lines.append("away ").append(away).append('\n').toString();
    }
}
