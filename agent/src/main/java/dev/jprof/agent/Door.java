package dev.jprof.agent;

import dev.jprof.agent.rt.Probe;

/** Probes behind a call that is bound late: three classes take turns, which is one more than the compiler looks into. */
abstract class Door {
    abstract long enter(int id);

    abstract void exit(long parent);

    abstract void leaf(int id);

    /** Takes turns by the last two bits of a number. */
    static Door[] three() {
        return new Door[] {new First(), new Second(), new Third(), new First()};
    }

    private static final class First extends Door {
        @Override
        long enter(int id) {
            return Probe.enter(id);
        }

        @Override
        void exit(long parent) {
            Probe.exit(parent);
        }

        @Override
        void leaf(int id) {
            Probe.leaf(id);
        }
    }

    private static final class Second extends Door {
        @Override
        long enter(int id) {
            return Probe.enter(id);
        }

        @Override
        void exit(long parent) {
            Probe.exit(parent);
        }

        @Override
        void leaf(int id) {
            Probe.leaf(id);
        }
    }

    private static final class Third extends Door {
        @Override
        long enter(int id) {
            return Probe.enter(id);
        }

        @Override
        void exit(long parent) {
            Probe.exit(parent);
        }

        @Override
        void leaf(int id) {
            Probe.leaf(id);
        }
    }
}
