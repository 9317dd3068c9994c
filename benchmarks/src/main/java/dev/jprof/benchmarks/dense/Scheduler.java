package dev.jprof.benchmarks.dense;

/**
 * An operating system in small: tasks of different kinds that pass packets to each other, the most urgent runnable one
 * going first. A round ends when 1,000 packets have gone their way.
 */
public final class Scheduler {
    private static final int PACKETS = 1_000;

    private Task mostUrgent;
    private int delivered;

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        for (int i = 0; i < rounds; i++) {
            Scheduler scheduler = new Scheduler();
            Task sink = scheduler.add(new Sink(scheduler));
            Task disk = scheduler.add(new Device(sink, 3));
            Task network = scheduler.add(new Device(sink, 5));
            Task worker = scheduler.add(new Worker(disk, network));
            scheduler.add(new Source(worker, PACKETS));
            scheduler.run();
            Rounds.check(PACKETS, scheduler.delivered);
        }
    }

    /** Adds a task that is less urgent than those before it. */
    private Task add(Task task) {
        if (mostUrgent == null) {
            mostUrgent = task;
        } else {
            Task last = mostUrgent;
            while (last.next() != null) {
                last = last.next();
            }
            last.setNext(task);
        }
        return task;
    }

    private void run() {
        Task task = firstRunnable();
        while (task != null) {
            task.step();
            task = firstRunnable();
        }
    }

    private Task firstRunnable() {
        Task task = mostUrgent;
        while (task != null && !task.isRunnable()) {
            task = task.next();
        }
        return task;
    }

    private void countDelivery() {
        delivered++;
    }

    /** Makes packets. */
    private static final class Source extends Task {
        private final Task worker;
        private int left;

        Source(Task worker, int packets) {
            this.worker = worker;
            left = packets;
        }

        @Override
        boolean isRunnable() {
            return left > 0;
        }

        @Override
        void step() {
            left--;
            worker.receive(new Packet(left));
        }
    }

    /** Fills packets and gives them to one of two devices. */
    private static final class Worker extends Task {
        private final Task even;
        private final Task odd;

        Worker(Task even, Task odd) {
            this.even = even;
            this.odd = odd;
        }

        @Override
        void step() {
            Packet packet = take();
            for (int i = 0; i < Packet.SIZE; i++) {
                packet.set(i, packet.number() + i);
            }
            Task device = packet.sum() % 2 == 0 ? even : odd;
            device.receive(packet);
        }
    }

    /** Holds a packet for some steps. */
    private static final class Device extends Task {
        private final Task target;
        private final int delay;
        private int waited;

        Device(Task target, int delay) {
            this.target = target;
            this.delay = delay;
        }

        @Override
        void step() {
            waited++;
            if (waited == delay) {
                waited = 0;
                target.receive(take());
            }
        }
    }

    private static final class Sink extends Task {
        private final Scheduler scheduler;

        Sink(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        void step() {
            take();
            scheduler.countDelivery();
        }
    }
}
