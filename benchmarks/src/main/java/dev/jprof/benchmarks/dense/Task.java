package dev.jprof.benchmarks.dense;

/** Something that takes packets from its queue, one step at a time. */
abstract class Task {
    private Task next;
    private Packet first;
    private Packet last;

    abstract void step();

    boolean isRunnable() {
        return first != null;
    }

    final Task next() {
        return next;
    }

    final void setNext(Task task) {
        next = task;
    }

    final void receive(Packet packet) {
        if (first == null) {
            first = packet;
        } else {
            last.setNext(packet);
        }
        last = packet;
    }

    final Packet take() {
        Packet packet = first;
        first = packet.next();
        packet.setNext(null);
        return packet;
    }
}
