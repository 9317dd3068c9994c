package dev.jprof.agent.rt;

/**
 * One thread's call tree and the place in it where the thread is now. Confined to the owner thread; when that has ended,
 * another may take the tree over as it is.
 */
public class Recorder {
    /*
     * Implementation notes.
     * 1. Any call can throw StackOverflowError. Every method here makes its calls first and its stores last, so that such an
     *    error leaves the tree as it was before the call or after it.
     * 2. A method whose exit probe did not run is repaired by the next enclosing exit, catch handler or failing method,
     *    because each restores the place that it knows itself, and does not pop.
     */

    private final Seat seat;
    private final NodeStore store = new NodeStore();
    /** The recorder that was made before this one. */
    Recorder previous;

    private final Account account = new Account(store.gate);
    final WeavingTime weaving = new WeavingTime(this, account);
    private final ReadBudget reads = new ReadBudget();
    private final CallMeter meter = new CallMeter(new Sampling(System.nanoTime() ^ System.identityHashCode(this)));
    final AllocatedBytes bytes = new AllocatedBytes(store.gate);

    private final Tree tree = new Tree(this, store);

    Recorder(boolean virtual) {
        seat = new Seat(virtual);
        goTo(tree.root);
    }

    /**
     * Enters a method; returns the cell of the caller's node, which the method's exit restores. The clock is read last here and
     * first in {@link #exit}: what the slow way takes is the caller's then, and little is left in which a thread can lose the
     * processor to the wrong account.
     */
    long enter(int id, long tick) {
        bytes.charge();
        Node parent = current();
        Node kid = tree.kid(parent, id, false);
        long about = Math.max(tick, account.last());
        boolean exactly = readsExactly(kid, parent, about);
        boolean measured = (exactly || meter.wants(kid)) && meter.begin(kid, exactly, about);
        boolean slowly = measured || exactly;
        long latest = slowly ? latestTick(tick) : tick;
        long now = slowly ? exactTime() : 0;
        account.read(parent, latest, exactly, now);
        if (measured) {
            kid.durations.start(weaving.without(now));
        }
        bytes.skip();
        kid.count();
        goTo(kid);
        return slowly ? Cell.slowly(parent.cell) : parent.cell;
    }

    void exit(long parent, long tick) {
        long now = exactTime();
        bytes.charge();
        Node node = current();
        Node caller = nodeAt(parent);
        account.read(node, tick, node.key() < 0, now);
        if (node.parent == caller) {
            endMeasured(node, parent, now);
        }
        bytes.skip();
        goTo(caller);
        releaseIfIdle();
    }

    /** Leaves a method by an exception, and with it everything below it whose exit did not run. */
    void fail(long parentCell, int id, long tick) {
        long now = exactTime();
        bytes.charge();
        Node parent = nodeAt(parentCell);
        Node own = tree.known(parent, id);
        unwind(own, tick, now);
        endMeasured(own, parentCell, now);
        bytes.skip();
        own.errors++;
        goTo(parent);
        releaseIfIdle();
    }

    /** Comes back to a method whose catch handler begins, or to the innermost span that it has open. */
    void caught(long parentCell, int id, long tick) {
        long now = exactTime();
        bytes.charge();
        Node place = innermostSpan(tree.known(nodeAt(parentCell), id));
        if (current() != place) {
            unwind(place, tick, now);
            bytes.skip();
            goTo(place);
        }
    }

    /** Of spans that are open right below a method's node the innermost, else that node itself. */
    private Node innermostSpan(Node own) {
        Node place = own;
        for (Node node = current(); node != own; node = node.parent) {
            if (node == null) {
                return own;
            }
            place = !node.isSpan() ? own : place == own ? node : place;
        }
        return place;
    }

    /** Closes a span and what is open in it; nothing where it is closed already, or another thread's. */
    void leave(long parentCell, int id, long tick) {
        long now = exactTime();
        if (Cell.MEMORY.getLong(Cell.start(parentCell) + Cell.DESK) == store.desk) {
            Node parent = nodeAt(parentCell);
            Node own = tree.known(parent, id);
            Node innermost = current();
            Node node = innermost;
            while (node != null && node != own) {
                node = node.parent;
            }
            if (node != null) {
                bytes.charge();
                account.read(innermost, tick, innermost.key() < 0, now);
                endMeasured(own, parentCell, now);
                bytes.skip();
                goTo(parent);
            }
        }
        releaseIfIdle();
    }

    void countLeaf(int id) {
        bytes.charge();
        tree.kid(current(), id, true).count();
        bytes.skip();
        releaseIfIdle();
    }

    void failLeaf(int id) {
        tree.known(current(), id).errors++;
        releaseIfIdle();
    }

    private void releaseIfIdle() {
        if (seat.virtual && current() == tree.root && !seat.isHeld()) {
            Recorders.release(this);
        }
    }

    /** What is current and its callers up to {@code own} ended by the same exception. */
    private void unwind(Node own, long tick, long now) {
        Node innermost = current();
        account.read(innermost, tick, own.key() < 0, now);
        for (Node dead = innermost;
                dead != null && dead != own && dead != own.parent && dead != tree.root && !dead.isOverflow();
                dead = dead.parent) {
            dead.errors++;
        }
    }

    /** Notes the end of a call whose exit was told to take the slow way. */
    private void endMeasured(Node left, long parentCell, long now) {
        if (left.durations != null && Cell.isSlow(parentCell)) {
            meter.end(left, weaving.without(now));
        }
    }

    /** The coarse clock now, if it is not {@code tick} still; tests put a clock of their own here. */
    long latestTick(long tick) {
        return Math.max(tick, Clock.now());
    }

    /** An exact read; tests put a clock of their own here. */
    long exactTime() {
        return System.nanoTime();
    }

    private boolean readsExactly(Node kid, Node parent, long now) {
        if (kid.key() >= 0) {
            return false;
        }
        if (Clock.exact || endsVirtual(kid, parent) || reads.allows(kid, now)) {
            return true;
        }
        kid.setKey(kid.id);
        return false;
    }

    /** A virtual thread's outermost exit must take the slow way, which gives the recorder back. */
    private boolean endsVirtual(Node kid, Node parent) {
        return seat.virtual && (parent == tree.root || kid.parent == tree.overflow);
    }

    Tree tree() {
        return tree;
    }

    public Node root() {
        return tree.root;
    }

    /** Where calls fold that no other overflow node had room for. */
    public Node overflow() {
        return tree.overflow;
    }

    /** The node that the owner is in; its callers' nodes are the calls that are open. */
    public Node current() {
        Node node = store.nodeAt(store.current());
        return node == null ? tree.root : node;
    }

    private void goTo(Node node) {
        store.setCurrent(node.cell);
    }

    /** The node that a cell belongs to; null where another thread looks at one that it can't see yet. */
    Node nodeAt(long address) {
        return store.nodeAt(address);
    }

    long newCell(Node node, int key, boolean leaf) {
        return store.newCell(node, key, leaf);
    }

    long newTable(int length) {
        return store.newTable(length);
    }

    public Seat seat() {
        return seat;
    }

    /** The calling thread sits down here, outside all methods. */
    void begin(Thread owner, long id) {
        seat.take(owner);
        goTo(tree.root);
        account.begin(id);
        bytes.begin();
    }

    /** Nobody records here any more; probes of whoever sat here find that out by the gate. */
    void shut() {
        store.gate.seat(Cell.NOBODY);
    }

    /** Undoes {@link Recorders#hold}. May be called by another thread. */
    public void letGo() {
        if (seat.letGo() && seat.virtual) {
            Thread last = seat.owner();
            if (last == Thread.currentThread()) {
                releaseIfIdle();
            } else if (last != null && !last.isAlive()) {
                Recorders.giveBack(this);
            }
        }
    }

    /** What the probes of the owner know this recorder by. */
    long desk() {
        return store.desk;
    }

    /** The bytes that the current node would be charged with if the owner's were read now. */
    public long unchargedBytes() {
        return bytes.uncharged();
    }

    /** What the current node would be charged with if the owner read the clock now. */
    public long uncharged(long now) {
        return account.uncharged(now);
    }

    /** What {@link Node#spread} of the current node would grow by then. */
    public long spreadUntil(long now) {
        return account.spreadUntil(now);
    }

    /** What of the time up to the last reading is not charged yet, because several nodes had a part in it. */
    public long undecided(Node node) {
        return account.undecided(node);
    }

    /** The recorder made before this one, or null: with {@link Recorders#newest} a list of all. */
    public Recorder previous() {
        return previous;
    }
}
