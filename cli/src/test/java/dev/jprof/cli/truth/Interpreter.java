package dev.jprof.cli.truth;

import java.util.List;

/** Runs a program's model and keeps the call tree that a profile of the program must show. */
final class Interpreter {
    private static final int NEW = 0;
    private static final int BEGUN = 1;
    private static final int FAILED = 2;

    private final Program program;
    private final long budget;
    private final int[] state;
    private Node top;
    private Node here;
    private long calls;

    /** Throws {@link BudgetSpent} after {@code budget} calls. */
    Interpreter(Program program, long budget) {
        this.program = program;
        this.budget = budget;
        this.state = new int[program.shapes().size()];
        this.top = new Node();
        this.here = top;
    }

    /** The run was given up. */
    static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1;

        BudgetSpent() {
            super("budget spent", null, false, false);
        }
    }

    /** An exception of the program; level -1 is a LinkageError. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Thrown LINKAGE = new Thrown(-1);

        final int level;

        Thrown(int level) {
            super("level " + level, null, false, false);
            this.level = level;
        }
    }

    private final class Node {
        private final Node[] children = new Node[program.units().size()];
        private long calls;
        private long errors;

        Node child(Unit unit) {
            Node child = children[unit.index];
            return child != null ? child : (children[unit.index] = new Node());
        }
    }

    private static final class Frame {
        final int d;
        int x;
        int r;

        Frame(int d, int x) {
            this.d = d;
            this.x = x;
            this.r = x;
        }
    }

    long calls() {
        return calls;
    }

    /** What the root method returns; what it throws counts as -1. */
    int runRoot(int x) {
        try {
            return call(program.root(), program.fuel(), x);
        } catch (Thrown thrown) {
            return -1;
        }
    }

    /** Initialises all classes in their order, as the harness does before it starts threads. */
    void initialiseAll() {
        for (Shape shape : program.shapes()) {
            try {
                initialise(shape);
            } catch (Thrown expected) {
                // Of the broken class; the harness goes on likewise.
            }
        }
    }

    /** Adds the tree to {@code tree} and begins a new one; what is initialised stays so. */
    void moveTo(PathTree tree) {
        addTo(tree, 1);
        top = new Node();
        here = top;
    }

    /** Adds the tree, with counts {@code times} as high, to {@code tree}. */
    void addTo(PathTree tree, long times) {
        add(top, tree, times);
    }

    private void add(Node node, PathTree tree, long times) {
        for (Unit unit : program.units()) {
            Node child = node.children[unit.index];
            if (child != null) {
                PathTree twin = tree.child(unit.key);
                twin.add(child.calls * times, child.errors * times);
                add(child, twin, times);
            }
        }
    }

    private int call(Unit unit, int d, int x) {
        Shape owner = unit.owner;
        switch (unit.style) {
            case STATIC, SYNCHRONIZED_STATIC, INTERFACE_STATIC, ENUM_BODY, RECORD_CONSTRUCTOR -> initialise(owner);
            case INSTANCE, SYNCHRONIZED_INSTANCE, OVERRIDE, GENERIC -> create(owner);
            case NESTED_INSTANCE -> touch(owner.plumbing.get("nested"));
            case ANONYMOUS -> touch(owner.plumbing.get("anonymous"));
            case INNER -> {
                create(owner);
                touch(owner.plumbing.get("inner"));
            }
            case DEFAULT -> create(owner.related.get(0));
            case CONSTRUCTOR, DELEGATING_CONSTRUCTOR -> initialise(owner);
            default -> {}
        }
        int result = run(unit, d, x);
        if (unit.style == Unit.Style.RECORD_CONSTRUCTOR) {
            touch(owner.plumbing.get("accessor"));
        }
        return result;
    }

    private void create(Shape shape) {
        initialise(shape);
        emptyConstructor(shape);
    }

    private void emptyConstructor(Shape shape) {
        Node caller = enter(shape.plumbing.get("<init>"));
        if (shape.hasParent()) {
            emptyConstructor(shape.parent);
        }
        here = caller;
    }

    private Node enter(Unit unit) {
        if (++calls > budget) {
            throw new BudgetSpent();
        }
        Node caller = here;
        here = caller.child(unit);
        here.calls++;
        return caller;
    }

    private void touch(Unit unit) {
        here = enter(unit);
    }

    private int run(Unit unit, int d, int x) {
        Node caller = enter(unit);
        try {
            Frame frame = new Frame(d, x);
            switch (unit.style) {
                case CONSTRUCTOR -> superConstructor(unit, frame);
                case DELEGATING_CONSTRUCTOR -> run(unit.base, Math.max(d - 1, 0), x);
                default -> {}
            }
            execute(unit.body, frame);
            return frame.r;
        } catch (Thrown thrown) {
            here.errors++;
            throw thrown;
        } finally {
            here = caller;
        }
    }

    private void superConstructor(Unit unit, Frame frame) {
        int x = frame.x;
        for (Op.Call argument : unit.beforeSuper) {
            if (frame.d > 0) {
                x = call(argument.target(), frame.d - 1, frame.x) & 63;
            }
        }
        if (unit.owner.hasParent()) {
            Unit above = unit.owner.parent.units.get(0);
            run(above, Math.max(frame.d - 1, 0), x);
        }
    }

    /** A class counts as begun before its superclass is initialised: JVMS 5.5. */
    private void initialise(Shape shape) {
        if (state[shape.index] == FAILED) {
            throw Thrown.LINKAGE;
        }
        if (state[shape.index] == NEW) {
            state[shape.index] = BEGUN;
            shape.initialisedBefore().forEach(this::initialise);
            begin(shape);
        }
    }

    private void begin(Shape shape) {
        switch (shape.kind) {
            case ENUM -> constants(shape);
            case BROKEN -> fail(shape);
            default -> shape.initialiser.forEach(unit -> run(unit, 2, 0));
        }
    }

    private void constants(Shape shape) {
        Node caller = enter(shape.initialiser.get(0));
        for (int constant = 0; constant < 2; constant++) {
            Node initialiser = enter(shape.plumbing.get("constant"));
            touch(shape.plumbing.get("<init>"));
            here = initialiser;
        }
        touch(shape.plumbing.get("$values"));
        here = caller;
    }

    private void fail(Shape shape) {
        Node caller = enter(shape.initialiser.get(0));
        try {
            execute(shape.initialiser.get(0).body, new Frame(2, 0));
            throwNew(1);
        } catch (Thrown expected) {
            here.errors++;
            state[shape.index] = FAILED;
            throw Thrown.LINKAGE;
        } finally {
            here = caller;
        }
    }

    private void throwNew(int level) {
        Node thrower = here;
        for (int constructor = level; constructor >= 0; constructor--) {
            enter(program.exception(constructor));
        }
        here = thrower;
        throw new Thrown(level);
    }

    /** True when the method returns. */
    private boolean execute(List<Op> body, Frame frame) {
        for (Op op : body) {
            if (execute(op, frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean execute(Op op, Frame frame) {
        if (op instanceof Op.Call call) {
            if (frame.d > 0) {
                int d = call.fuel() > 0 ? call.fuel() : frame.d - 1;
                int x = (frame.x + call.add()) & 63;
                int result = call.via() == Op.Via.SUPER ? run(call.target(), d, x) : call(call.target(), d, x);
                frame.r = frame.r * 31 + result;
            }
        } else if (op instanceof Op.Loop loop) {
            for (int i = 0; i < loop.times(); i++) {
                frame.x = (frame.x + 1) & 63;
                if (execute(loop.body(), frame)) {
                    return true;
                }
            }
        } else if (op instanceof Op.When when) {
            return execute(frame.x % when.modulus() == when.remainder() ? when.then() : when.otherwise(), frame);
        } else if (op instanceof Op.Switch choice) {
            int chosen = frame.x % choice.cases().size();
            frame.r += chosen;
            return execute(choice.cases().get(chosen), frame);
        } else if (op instanceof Op.TryCatch attempt) {
            return execute(attempt, frame);
        } else if (op instanceof Op.TryFinally attempt) {
            return execute(attempt, frame);
        } else if (op instanceof Op.Synchronized block) {
            return execute(block.body(), frame);
        } else if (op instanceof Op.Throw exception) {
            if (frame.x % exception.modulus() == exception.remainder()) {
                throwNew(exception.level());
            }
        } else if (op instanceof Op.Return early) {
            return frame.x % early.modulus() == early.remainder();
        } else if (op instanceof Op.TouchBroken broken) {
            touchBroken(broken.broken(), frame);
        } else if (op instanceof Op.Values values) {
            initialise(values.enumeration());
            Node caller = enter(values.enumeration().plumbing.get("values"));
            here = caller;
            frame.r = frame.r * 31 + 2;
        }
        return false;
    }

    private boolean execute(Op.TryCatch attempt, Frame frame) {
        try {
            return execute(attempt.body(), frame);
        } catch (Thrown thrown) {
            if (thrown.level < attempt.level()) {
                throw thrown;
            }
            return execute(attempt.handler(), frame);
        }
    }

    private boolean execute(Op.TryFinally attempt, Frame frame) {
        boolean returned;
        try {
            returned = execute(attempt.body(), frame);
        } catch (Thrown thrown) {
            if (execute(attempt.last(), frame)) {
                return true;
            }
            throw thrown;
        }
        int result = frame.r;
        if (execute(attempt.last(), frame)) {
            return true;
        }
        if (returned) {
            frame.r = result;
        }
        return returned;
    }

    private void touchBroken(Shape broken, Frame frame) {
        try {
            initialise(broken);
            touch(broken.plumbing.get("touch"));
            frame.r = frame.r * 31 + frame.x;
        } catch (Thrown linkage) {
            frame.r += 7;
        }
    }
}
