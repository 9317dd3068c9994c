package dev.jprof.cli.truth;

import dev.jprof.cli.truth.Unit.Style;

/** Writes the statements of one method as Java. A lambda's d, x and r end in 1, because it may not hide its host's. */
final class JavaStatements {
    private final StringBuilder text = new StringBuilder();
    private final String returning;
    private final String d;
    private final String x;
    private final String r;

    private JavaStatements(String returning, String suffix) {
        this.returning = returning;
        this.d = "d" + suffix;
        this.x = "x" + suffix;
        this.r = "r" + suffix;
    }

    static String of(Unit unit, String returning, String suffix) {
        JavaStatements statements = new JavaStatements(returning, suffix);
        statements.write(unit.body);
        return statements.text.toString();
    }

    private void write(Iterable<Op> body) {
        body.forEach(this::write);
    }

    private void block(String before, Iterable<Op> body) {
        text.append(before).append(" {\n");
        write(body);
        text.append("}\n");
    }

    private void write(Op op) {
        if (op instanceof Op.Call call) {
            text.append("if (" + d + " > 0) {\n");
            write(call);
            text.append("}\n");
        } else if (op instanceof Op.Loop loop) {
            String i = "i" + text.length();
            text.append("for (int " + i + " = 0; " + i + " < " + loop.times() + "; " + i + "++) {\n");
            text.append(x + " = (" + x + " + 1) & 63;\n");
            write(loop.body());
            text.append("}\n");
        } else if (op instanceof Op.When when) {
            block(remainder(when.modulus(), when.remainder()), when.then());
            block("else", when.otherwise());
        } else if (op instanceof Op.Switch choice) {
            write(choice);
        } else if (op instanceof Op.TryCatch attempt) {
            block("try", attempt.body());
            block("catch (E" + attempt.level() + " e" + text.length() + ")", attempt.handler());
        } else if (op instanceof Op.TryFinally attempt) {
            block("try", attempt.body());
            block("finally", attempt.last());
        } else if (op instanceof Op.Synchronized block) {
            block("synchronized (C0.class)", block.body());
        } else if (op instanceof Op.Throw thrown) {
            text.append(remainder(thrown.modulus(), thrown.remainder()) + " throw new E" + thrown.level() + "();\n");
        } else if (op instanceof Op.Return early) {
            text.append(remainder(early.modulus(), early.remainder()) + " " + returning + "\n");
        } else if (op instanceof Op.TouchBroken) {
            text.append("try {\n" + r + " = " + r + " * 31 + B.touch(" + d + ", " + x + ");\n");
            text.append("} catch (LinkageError e" + text.length() + ") {\n" + r + " += 7;\n}\n");
        } else if (op instanceof Op.Values) {
            text.append(r + " = " + r + " * 31 + K.values().length;\n");
        } else if (op instanceof Op.Padding padding) {
            text.append("if (" + x + " > 63) {\n");
            text.append((r + " += " + x + " ^ " + r + " >>> 3;\n").repeat(padding.statements()) + "}\n");
        }
    }

    private String remainder(int modulus, int remainder) {
        return "if (" + x + " % " + modulus + " == " + remainder + ")";
    }

    private void write(Op.Switch choice) {
        int size = choice.cases().size();
        int step = choice.sparse() ? 1_000_003 : 1;
        text.append(r + " += " + x + " % " + size + ";\nswitch (" + x + " % " + size + " * " + step + ") {\n");
        for (int i = 0; i < size; i++) {
            block("case " + i * step + ":", choice.cases().get(i));
            text.append("break;\n");
        }
        text.append("default:\n}\n");
    }

    private void write(Op.Call call) {
        String fuel = call.fuel() > 0 ? String.valueOf(call.fuel()) : d + " - 1";
        String datum = "(" + x + " + " + call.add() + ") & 63";
        String arguments = "(" + fuel + ", " + datum + ")";
        Unit target = call.target();
        String expression;
        if (target.style == Style.LAMBDA) {
            text.append("harness.Fn lambda = (d1, x1) -> {\nint r1 = x1;\n");
            text.append(of(target, "return r1;", "1") + "return r1;\n};\n");
            expression = "lambda.apply" + arguments;
        } else if (target.style == Style.ANONYMOUS) {
            expression = "new harness.Fn() {\n" + JavaSource.method(target) + "}.apply" + arguments;
        } else if (call.via() == Op.Via.SUPER) {
            expression = "super." + target.name + arguments;
        } else if (call.via() == Op.Via.METHOD_REFERENCE) {
            String receiver = (target.style == Style.INSTANCE ? "new " + target.owner.name + "()" : target.owner.name);
            text.append("harness.Fn f = " + receiver + "::" + target.name + ";\n");
            expression = "f.apply" + arguments;
        } else {
            expression = JavaSource.plain(target, fuel, datum);
        }
        text.append(r + " = " + r + " * 31 + " + expression + ";\n");
    }
}
