package dev.jprof.agent;

import dev.jprof.agent.rt.Probe;

/** One way to run through probes many times, and how long it took the last times. Confined to one thread. */
abstract class ProbeLoop {
    /** The compiler waits for hundreds of runs, not for long ones. */
    private static final int A_RUN = 50;

    private final int calls;
    private final Medians took = new Medians();

    ProbeLoop(int calls) {
        this.calls = calls;
    }

    abstract void run(int times);

    void measure() {
        long start = System.nanoTime();
        for (int done = 0; done < calls; done += A_RUN) {
            run(Math.min(A_RUN, calls - done));
        }
        took.add(System.nanoTime() - start);
    }

    /** Nanoseconds a call: the median of the last runs, of which there must be one. */
    double nanos() {
        return took.median() / calls;
    }

    /** Entry and exit, compiled into the loop. */
    static ProbeLoop timed(int calls, final int id) {
        return new ProbeLoop(calls) {
            @Override
            void run(int times) {
                for (int i = 0; i < times; i++) {
                    long parent = Probe.enter(id);
                    Probe.exit(parent);
                }
            }
        };
    }

    /** Counted leaves, compiled into the loop. */
    static ProbeLoop leaf(int calls, final int id) {
        return new ProbeLoop(calls) {
            @Override
            void run(int times) {
                for (int i = 0; i < times; i++) {
                    Probe.leaf(id);
                }
            }
        };
    }

    /** Entry and exit that the compiler can't put into the loop. */
    static ProbeLoop timedApart(int calls, final int id) {
        final Door[] doors = Door.three();
        return new ProbeLoop(calls) {
            @Override
            void run(int times) {
                for (int i = 0; i < times; i++) {
                    Door door = doors[i & 3];
                    long parent = door.enter(id);
                    door.exit(parent);
                }
            }
        };
    }

    /** Counted leaves that the compiler can't put into the loop. */
    static ProbeLoop leafApart(int calls, final int id) {
        final Door[] doors = Door.three();
        return new ProbeLoop(calls) {
            @Override
            void run(int times) {
                for (int i = 0; i < times; i++) {
                    doors[i & 3].leaf(id);
                }
            }
        };
    }
}
