package dev.jprof.examples.selftest.ledger;

/**
 * What a program knows of itself: calls, calls left by an exception, and time of each of its methods. Like the profiler's, its
 * readings telescope: each charges the time since the last one to one method, so whatever holds the machine up is in the truth
 * too. Confined to one thread.
 */
public final class Ledger {
    private final double scale;
    private String program = "";
    private String[] methods = {};
    private long[] calls = {};
    private long[] errors = {};
    private long[] nanos = {};
    private long last;

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
        }
    }

    /** A number of rounds as the scale wants it, at least 1. */
    public int rounds(int atFullSize) {
        return (int) Math.max(1, Math.round(atFullSize * scale));
    }

    public void enter(int caller, int own) {
        charge(caller);
        calls[own]++;
    }

    public void exit(int own) {
        charge(own);
    }

    /** The method ends by an exception. */
    public void fail(int own) {
        charge(own);
        errors[own]++;
    }

    /** A call that is counted and whose time is its caller's. */
    public void count(int method) {
        calls[method]++;
    }

    /** All of a method that only takes time. */
    public void work(int caller, int own, long nanoseconds) {
        enter(caller, own);
        spin(nanoseconds);
        exit(own);
    }

    public void spin(long nanoseconds) {
        long start = System.nanoTime();
        long now;
        do {
            now = System.nanoTime();
        } while (now - start < nanoseconds);
    }

    private void charge(int method) {
        long now = System.nanoTime();
        nanos[method] += now - last;
        last = now;
    }

    /** One line a method: {@code truth CLASS.METHOD CALLS ERRORS NANOSECONDS}. */
    public String lines(String packageName) {
        StringBuilder lines = new StringBuilder();
        for (int method = 0; method < methods.length; method++) {
            String dot = methods[method].startsWith("$") ? "" : ".";
            lines.append("truth ").append(packageName).append('.').append(program);
            lines.append(dot).append(methods[method]).append(' ').append(calls[method]);
            lines.append(' ')
                    .append(errors[method])
                    .append(' ')
                    .append(nanos[method])
                    .append('\n');
        }
        return lines.toString();
    }
}
