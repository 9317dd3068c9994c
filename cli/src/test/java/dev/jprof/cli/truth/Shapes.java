package dev.jprof.cli.truth;

import dev.jprof.cli.truth.Shape.Kind;
import dev.jprof.cli.truth.Unit.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The classes and methods of a random program, before their bodies are written. */
final class Shapes {
    private final String packageName;
    private final int release;
    private final Random random;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Unit> chain = new ArrayList<>();

    Shapes(int seed, int release, Random random) {
        this.packageName = "gen.s" + seed;
        this.release = release;
        this.random = random;
        for (int level = 0; level < Program.EXCEPTIONS; level++) {
            units.add(new Unit(
                    level,
                    new Shape(-1, "E" + level, Kind.CLASS),
                    packageName + ".E" + level,
                    "<init>",
                    Style.PLUMBING));
        }
        int classes = 3 + random.nextInt(3);
        for (int i = 0; i < classes; i++) {
            addClass(i);
        }
        addOthers();
    }

    private void addClass(int number) {
        Shape shape = shape("C" + number, Kind.CLASS);
        if (number > 0 && random.nextInt(2) == 0) {
            shape.parent = shapes.get(random.nextInt(number));
        }
        plumb(shape, "<init>", shape.name, "<init>");
        Unit constructor = unit(shape, shape.name, "<init>II", Style.CONSTRUCTOR);
        unit(shape, shape.name, "<init>III", Style.DELEGATING_CONSTRUCTOR).base = constructor;
        unit(shape, shape.name, number == 0 ? "root" : "s", Style.STATIC);
        unit(shape, shape.name, "i", Style.INSTANCE);
        unit(shape, shape.name, "p", Style.PRIVATE_INSTANCE);
        unit(shape, shape.name, "si", Style.SYNCHRONIZED_INSTANCE);
        chain.add(unit(shape, shape.name, "chain" + number, random.nextBoolean() ? Style.STATIC : Style.INSTANCE));
        if (number == 0) {
            unit(shape, shape.name, "ss", Style.SYNCHRONIZED_STATIC);
        }
        if (number == 1) {
            unit(shape, shape.name, "longest", Style.STATIC);
        }
        if (shape.hasParent()) {
            unit(shape, shape.name, "v" + shape.parent.index, Style.OVERRIDE).base =
                    unitOf(shape.parent, "v" + shape.parent.index);
        }
        unit(shape, shape.name, "v" + shape.index, Style.INSTANCE);
        plumb(shape, "nested", shape.name + "$N", "<init>");
        unit(shape, shape.name + "$N", "ns", Style.NESTED_STATIC);
        unit(shape, shape.name + "$N", "ni", Style.NESTED_INSTANCE);
        plumb(shape, "inner", shape.name + "$Inner", "<init>");
        unit(shape, shape.name + "$Inner", "in", Style.INNER);
        plumb(shape, "anonymous", shape.name + "$anonymous", "<init>");
        unit(shape, shape.name + "$anonymous", "apply", Style.ANONYMOUS);
        if (release >= 8) {
            unit(shape, shape.name, "lambda$host", Style.LAMBDA);
        }
        unit(shape, shape.name, "host", Style.STATIC);
        if (random.nextBoolean()) {
            shape.initialiser = List.of(unit(shape, shape.name, "<clinit>", Style.CLASS_INITIALISER));
        }
    }

    private void addOthers() {
        Shape generic = shape("G", Kind.GENERIC);
        plumb(generic, "<init>", "G", "<init>");
        unit(generic, "G", "apply", Style.GENERIC);

        Shape enumeration = shape("K", Kind.ENUM);
        plumb(enumeration, "<init>", "K", "<init>");
        plumb(enumeration, "constant", "K$anonymous", "<init>");
        plumb(enumeration, "$values", "K", "$values");
        plumb(enumeration, "values", "K", "values");
        unit(enumeration, "K$anonymous", "m", Style.ENUM_BODY);
        enumeration.initialiser = List.of(plumb(enumeration, "<clinit>", "K", "<clinit>"));

        Shape broken = shape("B", Kind.BROKEN);
        plumb(broken, "touch", "B", "touch");
        broken.initialiser = List.of(unit(broken, "B", "<clinit>", Style.CLASS_INITIALISER));

        if (release >= 8) {
            addInterface();
        }
        if (release >= 17) {
            Shape record = shape("R", Kind.RECORD);
            unit(record, "R", "<init>", Style.RECORD_CONSTRUCTOR);
            plumb(record, "accessor", "R", "x");
        }
    }

    private void addInterface() {
        Shape implementor = shapes.get(random.nextInt(3));
        Shape face = shape("I", Kind.INTERFACE);
        face.related.add(implementor);
        implementor.related.add(face);
        unit(face, "I", "dm", Style.DEFAULT);
        unit(face, "I", "sm", Style.INTERFACE_STATIC);
        if (release >= 11) {
            unit(face, "I", "pm", Style.INTERFACE_PRIVATE);
        }
        face.initialiser = List.of(unit(face, "I", "<clinit>", Style.CLASS_INITIALISER));
    }

    private Shape shape(String name, Kind kind) {
        Shape shape = new Shape(shapes.size(), name, kind);
        shapes.add(shape);
        return shape;
    }

    private Unit unit(Shape owner, String className, String name, Style style) {
        Unit unit = new Unit(units.size(), owner, packageName + "." + className, name, style);
        units.add(unit);
        if (style != Style.PLUMBING) {
            owner.units.add(unit);
        }
        return unit;
    }

    private Unit plumb(Shape owner, String purpose, String className, String name) {
        Unit unit = unit(owner, className, name, Style.PLUMBING);
        owner.plumbing.put(purpose, unit);
        return unit;
    }

    private static Unit unitOf(Shape shape, String name) {
        return shape.units.stream()
                .filter(unit -> unit.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    Program program(int seed, int release) {
        return new Program(seed, release, List.copyOf(shapes), List.copyOf(units), root(), 2);
    }

    int release() {
        return release;
    }

    List<Unit> units() {
        return units;
    }

    /** Methods that call each other in a line, so that they may be given much fuel. */
    List<Unit> chain() {
        return chain;
    }

    Unit root() {
        return unitOf(shapes.get(0), "root");
    }

    Unit longest() {
        return unitOf(shapes.get(1), "longest");
    }

    Shape broken() {
        return shapeOf(Kind.BROKEN);
    }

    Shape enumeration() {
        return shapeOf(Kind.ENUM);
    }

    private Shape shapeOf(Kind kind) {
        return shapes.stream().filter(shape -> shape.kind == kind).findFirst().orElseThrow();
    }

    List<Unit> statics() {
        return units.stream()
                .filter(unit -> unit.style == Style.STATIC && unit != root() && !chain.contains(unit))
                .toList();
    }

    /** What any method may call. */
    List<Unit> callable() {
        return units.stream()
                .filter(unit -> !chain.contains(unit))
                .filter(unit -> switch (unit.style) {
                    case PLUMBING,
                            CLASS_INITIALISER,
                            PRIVATE_INSTANCE,
                            NESTED_STATIC,
                            NESTED_INSTANCE,
                            INTERFACE_PRIVATE,
                            LAMBDA,
                            ANONYMOUS -> false;
                    default -> unit != root();
                })
                .toList();
    }

    /** Private methods, and bodies that are written where they are called: each of those has one host. */
    List<Unit> callableOnlyFrom(Unit caller) {
        return caller.owner.units.stream()
                .filter(unit -> switch (unit.style) {
                    case PRIVATE_INSTANCE -> caller.isInstance();
                    case NESTED_STATIC, NESTED_INSTANCE -> true;
                    case LAMBDA, ANONYMOUS -> caller.name.equals("host");
                    case INTERFACE_PRIVATE -> caller.style == Style.DEFAULT;
                    default -> false;
                })
                .toList();
    }
}
