package dev.jprof.cli.truth;

import dev.jprof.cli.truth.Unit.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a random program from a seed. It uses every kind of method that its class file level has, and its fuel is chosen so
 * that one run of the root method makes some thousands of calls.
 */
final class RandomProgram {
    private static final int CALLS_OF_ONE_RUN = 3_000;
    private static final int MOST_FUEL = 24;

    private final Random random;
    private final Shapes shapes;
    /** What a statement may call; chains apart. */
    private final List<Unit> callable;

    private RandomProgram(int seed, int release) {
        random = new Random(seed * 1_000_003L + release);
        shapes = new Shapes(seed, release, random);
        callable = shapes.callable();
    }

    static Program of(int seed, int release) {
        RandomProgram maker = new RandomProgram(seed, release);
        maker.fillBodies();
        Program program = maker.shapes.program(seed, release);
        int fuel = 2;
        while (fuel < MOST_FUEL && fits(program.withFuel(fuel + 1))) {
            fuel++;
        }
        return program.withFuel(fuel);
    }

    /** What the root method is given in its runs, one after another; the harness does the same. */
    static int datum(int run) {
        return (run & 3) * 17;
    }

    private static boolean fits(Program program) {
        Interpreter trial = new Interpreter(program, 4L * CALLS_OF_ONE_RUN);
        try {
            for (int x = 0; x < 4; x++) {
                trial.runRoot(datum(x));
            }
            return true;
        } catch (Interpreter.BudgetSpent tooMany) {
            return false;
        }
    }

    private void fillBodies() {
        for (Unit unit : shapes.units()) {
            switch (unit.style) {
                case PLUMBING -> {}
                case CLASS_INITIALISER -> unit.body = initialiser(unit);
                default -> unit.body = shapes.chain().contains(unit) ? link(unit) : body(unit);
            }
        }
        shapes.root().body = rootBody();
    }

    /** Reaches every callable method, so that no kind goes without a call. */
    private List<Op> rootBody() {
        List<Op> body = new ArrayList<>();
        for (Unit unit : callable) {
            body.add(new Op.TryCatch(List.of(call(unit)), 0, List.of()));
        }
        body.add(new Op.TryCatch(body(shapes.root()), 1 + random.nextInt(2), List.of()));
        return body;
    }

    private List<Op> body(Unit unit) {
        List<Op> body = new ArrayList<>();
        if (unit.name.equals("host")) {
            shapes.callableOnlyFrom(unit).forEach(own -> body.add(call(own)));
        } else {
            body.addAll(statements(unit, 1 + random.nextInt(3), 2));
        }
        if (unit.style == Style.CONSTRUCTOR && random.nextBoolean()) {
            unit.beforeSuper = List.of(call(pick(shapes.statics())));
        }
        if (unit.style == Style.OVERRIDE && random.nextBoolean()) {
            body.add(new Op.Call(unit.base, 0, random.nextInt(64), Op.Via.SUPER));
        }
        if (unit == shapes.longest()) {
            body.add(new Op.Padding(900 + random.nextInt(110)));
        }
        return body;
    }

    private List<Op> statements(Unit unit, int count, int depth) {
        List<Op> body = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            body.add(depth == 0 ? call(choose(unit)) : statement(unit, depth - 1));
        }
        return body;
    }

    private Op statement(Unit unit, int depth) {
        return switch (random.nextInt(16)) {
            case 0 -> new Op.Loop(2 + random.nextInt(3), statements(unit, 1, depth));
            case 1, 2 ->
                new Op.When(
                        2 + random.nextInt(4),
                        random.nextInt(2),
                        statements(unit, 1, depth),
                        statements(unit, 1, depth));
            case 3 -> new Op.TryCatch(statements(unit, 2, depth), random.nextInt(3), statements(unit, 1, depth));
            case 4 -> new Op.TryFinally(statements(unit, 1, depth), last(unit));
            case 5 -> choice(unit);
            case 6 -> new Op.Throw(4 + random.nextInt(7), random.nextInt(4), random.nextInt(Program.EXCEPTIONS));
            case 7 ->
                unit.style == Style.RECORD_CONSTRUCTOR
                        ? call(choose(unit))
                        : new Op.Return(5 + random.nextInt(7), random.nextInt(4));
            case 8 -> new Op.Synchronized(statements(unit, 1, depth));
            case 9 -> new Op.Call(pick(shapes.chain()), 20 + random.nextInt(80), random.nextInt(64), Op.Via.PLAIN);
            case 10 ->
                new Op.TryCatch(
                        List.of(new Op.Call(
                                pick(shapes.chain()), 20 + random.nextInt(80), random.nextInt(64), Op.Via.PLAIN)),
                        random.nextInt(2),
                        List.of());
            case 11 -> new Op.TouchBroken(shapes.broken());
            case 12 -> new Op.Values(shapes.enumeration());
            default -> call(choose(unit));
        };
    }

    private List<Op> last(Unit unit) {
        List<Op> last = new ArrayList<>(List.of(call(choose(unit))));
        if (unit.style != Style.RECORD_CONSTRUCTOR && random.nextInt(4) == 0) {
            last.add(new Op.Return(3, random.nextInt(3)));
        }
        return last;
    }

    private Op choice(Unit unit) {
        List<List<Op>> cases = new ArrayList<>();
        int size = random.nextBoolean() ? 3 + random.nextInt(4) : 64;
        for (int i = 0; i < size; i++) {
            cases.add(random.nextInt(3) == 0 ? List.of(call(choose(unit))) : List.of());
        }
        return new Op.Switch(random.nextBoolean(), cases);
    }

    /** A link of the deep chain: it calls one other link, and now and then throws to whoever catches it far above. */
    private List<Op> link(Unit unit) {
        List<Op> body = new ArrayList<>();
        if (random.nextBoolean()) {
            body.add(new Op.Throw(23 + random.nextInt(40), random.nextInt(23), random.nextInt(Program.EXCEPTIONS)));
        }
        List<Op> next = List.of(call(pick(shapes.chain())));
        body.add(
                switch (random.nextInt(3)) {
                    case 0 -> new Op.TryFinally(next, List.of());
                    case 1 -> new Op.TryCatch(next, 2, List.of());
                    default -> next.get(0);
                });
        return body;
    }

    /** Nothing escapes from it: a class that failed to initialise would be lost for the rest of the run. */
    private List<Op> initialiser(Unit unit) {
        if (unit.owner.kind == Shape.Kind.INTERFACE) {
            return List.of();
        }
        List<Op> body = List.of(new Op.Call(pick(shapes.statics()), 2, random.nextInt(64), Op.Via.PLAIN));
        return unit.owner.kind == Shape.Kind.BROKEN ? body : List.of(new Op.TryCatch(body, 0, List.of()));
    }

    /** A callable method, or one that only {@code caller} can call. */
    private Unit choose(Unit caller) {
        List<Unit> own = shapes.callableOnlyFrom(caller);
        return !own.isEmpty() && random.nextInt(3) == 0 ? pick(own) : pick(callable);
    }

    private Op.Call call(Unit target) {
        boolean reference = shapes.release() >= 8
                && random.nextInt(3) == 0
                && switch (target.style) {
                    case STATIC, INSTANCE, SYNCHRONIZED_STATIC, INTERFACE_STATIC -> true;
                    default -> false;
                };
        return new Op.Call(target, 0, random.nextInt(64), reference ? Op.Via.METHOD_REFERENCE : Op.Via.PLAIN);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
