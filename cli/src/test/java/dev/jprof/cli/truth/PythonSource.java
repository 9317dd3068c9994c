package dev.jprof.cli.truth;

import dev.jprof.cli.truth.Unit.Style;
import java.util.List;
import java.util.Map;

/**
 * Writes a random program as Python: one function for each method, named as the method is, so that cProfile counts the same
 * calls. What the JVM does unasked, such as initialising classes, is written out where it happens.
 */
final class PythonSource {
    private final Program program;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    private PythonSource(Program program) {
        this.program = program;
    }

    static String of(Program program) {
        PythonSource source = new PythonSource(program);
        source.line("S = [0] * " + program.shapes().size());
        program.units().forEach(source::function);
        source.in("def run(d, x):", () -> {
            source.value(program.root(), "d", "x");
            source.line("return v");
        });
        return source.text.toString();
    }

    private void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    private void in(String head, Runnable body) {
        line(head);
        depth++;
        body.run();
        line("pass");
        depth--;
    }

    private String call(Unit unit) {
        return "u" + unit.index + "(0, 0)";
    }

    private void function(Unit unit) {
        in("def u" + unit.index + "(d, x):", () -> {
            line("r = x");
            if (unit.style == Style.PLUMBING) {
                plumbing(unit);
            } else if (unit.style == Style.CONSTRUCTOR) {
                superConstructor(unit);
            } else if (unit.style == Style.DELEGATING_CONSTRUCTOR) {
                line("u" + unit.base.index + "(d - 1 if d > 0 else 0, x)");
            }
            write(unit.body);
            if (unit.style == Style.CLASS_INITIALISER && unit.owner.kind == Shape.Kind.BROKEN) {
                raise(1);
            }
            line("return r");
        });
        String name = unit.key.replaceAll("<init>I+$", "<init>");
        line("u" + unit.index + ".__code__ = u" + unit.index + ".__code__.replace(co_name='" + name + "')");
    }

    private void plumbing(Unit unit) {
        Map<String, Unit> others = unit.owner.plumbing;
        if (unit.index < Program.EXCEPTIONS) {
            if (unit.index > 0) {
                line(call(program.exception(unit.index - 1)));
            }
        } else if (unit.name.equals("<clinit>")) {
            for (int constant = 0; constant < 2; constant++) {
                line(call(others.get("constant")));
            }
            line(call(others.get("$values")));
        } else if (unit == others.get("constant")) {
            line(call(others.get("<init>")));
        } else if (unit == others.get("<init>") && unit.owner.hasParent()) {
            line(call(unit.owner.parent.plumbing.get("<init>")));
        }
    }

    private void superConstructor(Unit unit) {
        line("y = x");
        for (Op.Call argument : unit.beforeSuper) {
            in("if d > 0:", () -> {
                value(argument.target(), "d - 1", "x");
                line("y = v & 63");
            });
        }
        if (unit.owner.hasParent()) {
            line("u" + unit.owner.parent.units.get(0).index + "(d - 1 if d > 0 else 0, y)");
        }
    }

    private void raise(int level) {
        line(call(program.exception(level)));
        line("raise X" + level + "()");
    }

    private void initialise(Shape shape) {
        String state = "S[" + shape.index + "]";
        if (shape.kind == Shape.Kind.BROKEN) {
            in("if " + state + " == 2:", () -> line("raise Link()"));
            in("if " + state + " == 0:", () -> {
                line(state + " = 1");
                in("try:", () -> line(call(shape.initialiser.get(0)).replace("(0, 0)", "(2, 0)")));
                in("except X0:", () -> {
                    line(state + " = 2");
                    line("raise Link()");
                });
            });
            return;
        }
        in("if " + state + " == 0:", () -> {
            line(state + " = 1");
            shape.initialisedBefore().forEach(this::initialise);
            shape.initialiser.forEach(unit -> line(call(unit).replace("(0, 0)", "(2, 0)")));
        });
    }

    private void create(Shape shape) {
        initialise(shape);
        line(call(shape.plumbing.get("<init>")));
    }

    /** Leaves the result in {@code v}. */
    private void value(Unit target, String d, String x) {
        Shape owner = target.owner;
        switch (target.style) {
            case STATIC, SYNCHRONIZED_STATIC, INTERFACE_STATIC, ENUM_BODY, RECORD_CONSTRUCTOR -> initialise(owner);
            case CONSTRUCTOR, DELEGATING_CONSTRUCTOR -> initialise(owner);
            case INSTANCE, SYNCHRONIZED_INSTANCE, OVERRIDE, GENERIC -> create(owner);
            case NESTED_INSTANCE -> line(call(owner.plumbing.get("nested")));
            case ANONYMOUS -> line(call(owner.plumbing.get("anonymous")));
            case INNER -> {
                create(owner);
                line(call(owner.plumbing.get("inner")));
            }
            case DEFAULT -> create(owner.related.get(0));
            default -> {}
        }
        line("v = u" + target.index + "(" + d + ", " + x + ")");
        if (target.style == Style.RECORD_CONSTRUCTOR) {
            line(call(owner.plumbing.get("accessor")));
        }
    }

    private void write(List<Op> body) {
        body.forEach(this::write);
    }

    private void write(Op op) {
        if (op instanceof Op.Call call) {
            in("if d > 0:", () -> {
                String fuel = call.fuel() > 0 ? String.valueOf(call.fuel()) : "d - 1";
                String datum = "(x + " + call.add() + ") & 63";
                if (call.via() == Op.Via.SUPER) {
                    line("v = u" + call.target().index + "(" + fuel + ", " + datum + ")");
                } else {
                    value(call.target(), fuel, datum);
                }
                line("r = (r * 31 + v) & 0xffffffff");
            });
        } else if (op instanceof Op.Loop loop) {
            in("for _ in range(" + loop.times() + "):", () -> {
                line("x = (x + 1) & 63");
                write(loop.body());
            });
        } else if (op instanceof Op.When when) {
            in(remainder(when.modulus(), when.remainder()), () -> write(when.then()));
            in("else:", () -> write(when.otherwise()));
        } else if (op instanceof Op.Switch choice) {
            int size = choice.cases().size();
            line("r = (r + x % " + size + ") & 0xffffffff");
            line("chosen = x % " + size);
            for (int i = 0; i < size; i++) {
                List<Op> body = choice.cases().get(i);
                in((i == 0 ? "if" : "elif") + " chosen == " + i + ":", () -> write(body));
            }
        } else if (op instanceof Op.TryCatch attempt) {
            in("try:", () -> write(attempt.body()));
            in("except X" + attempt.level() + ":", () -> write(attempt.handler()));
        } else if (op instanceof Op.TryFinally attempt) {
            in("try:", () -> write(attempt.body()));
            in("finally:", () -> write(attempt.last()));
        } else if (op instanceof Op.Synchronized block) {
            write(block.body());
        } else if (op instanceof Op.Throw thrown) {
            in(remainder(thrown.modulus(), thrown.remainder()), () -> raise(thrown.level()));
        } else if (op instanceof Op.Return early) {
            in(remainder(early.modulus(), early.remainder()), () -> line("return r"));
        } else if (op instanceof Op.TouchBroken touch) {
            in("try:", () -> {
                initialise(touch.broken());
                line(call(touch.broken().plumbing.get("touch")));
                line("r = (r * 31 + x) & 0xffffffff");
            });
            in("except Link:", () -> line("r = (r + 7) & 0xffffffff"));
        } else if (op instanceof Op.Values values) {
            initialise(values.enumeration());
            line(call(values.enumeration().plumbing.get("values")));
            line("r = (r * 31 + 2) & 0xffffffff");
        }
    }

    private static String remainder(int modulus, int remainder) {
        return "if x % " + modulus + " == " + remainder + ":";
    }
}
