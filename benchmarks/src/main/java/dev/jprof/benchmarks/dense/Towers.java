package dev.jprof.benchmarks.dense;

/** Towers of Hanoi with thirteen disks. Calls a round: move 16,383, push 8,204, pop 8,191, and one getter or setter for each link. */
public final class Towers {
    private static final int DISKS = 13;

    private final Disk[] pegs = new Disk[3];
    private int moved;

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        for (int i = 0; i < rounds; i++) {
            Towers towers = new Towers();
            towers.build();
            towers.move(DISKS, 0, 1);
            Rounds.check((1 << DISKS) - 1, towers.moved);
        }
    }

    private void build() {
        for (int size = DISKS; size > 0; size--) {
            push(0, new Disk(size));
        }
    }

    private void move(int disks, int from, int to) {
        if (disks == 0) {
            return;
        }
        int other = 3 - from - to;
        move(disks - 1, from, other);
        push(to, pop(from));
        moved++;
        move(disks - 1, other, to);
    }

    private void push(int peg, Disk disk) {
        Disk top = pegs[peg];
        if (top != null && top.size() <= disk.size()) {
            throw new IllegalStateException("a disk of size " + disk.size() + " on one of " + top.size());
        }
        disk.setBelow(top);
        pegs[peg] = disk;
    }

    private Disk pop(int peg) {
        Disk top = pegs[peg];
        pegs[peg] = top.below();
        top.setBelow(null);
        return top;
    }

    private static final class Disk {
        private final int size;
        private Disk below;

        Disk(int size) {
            this.size = size;
        }

        int size() {
            return size;
        }

        Disk below() {
            return below;
        }

        void setBelow(Disk disk) {
            below = disk;
        }
    }
}
