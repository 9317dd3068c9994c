package dev.jprof.cli.truth;

import dev.jprof.cli.truth.Unit.Style;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a random program as Java, one source file a top-level class. */
final class JavaSource {
    private final Program program;

    private JavaSource(Program program) {
        this.program = program;
    }

    /** Class name to source text. */
    static Map<String, String> of(Program program) {
        JavaSource source = new JavaSource(program);
        Map<String, String> files = new LinkedHashMap<>();
        for (int level = 0; level < Program.EXCEPTIONS; level++) {
            files.put("E" + level, source.file(exception(level)));
        }
        for (Shape shape : program.shapes()) {
            files.put(shape.name, source.file(source.declaration(shape)));
        }
        return files;
    }

    private String file(String declaration) {
        return "package " + program.packageName() + ";\n\n" + declaration;
    }

    private static String exception(int level) {
        return level == 0
                ? "class E0 extends RuntimeException { E0() { super(null, null, false, false); } }\n"
                : "class E" + level + " extends E" + (level - 1) + " {}\n";
    }

    private String declaration(Shape shape) {
        return switch (shape.kind) {
            case CLASS -> classOf(shape);
            case GENERIC -> "class G implements harness.Fun<Integer> {\n" + methods(shape) + "}\n";
            case INTERFACE -> "interface I {\nint MARK = harness.Base.mark();\n" + methods(shape) + "}\n";
            case ENUM ->
                "enum K {\nFIRST {\n" + methods(shape) + "},\nSECOND {\nint m(int d, int x) { return 0; }\n};\n"
                        + "abstract int m(int d, int x);\n}\n";
            case RECORD -> "record R(int d, int x) {\n" + methods(shape) + "}\n";
            case BROKEN ->
                "class B {\nstatic int touch(int d, int x) { return x; }\n" + methods(shape)
                        + initialiser(shape, "if (harness.Base.yes()) throw new E1();\n") + "}\n";
        };
    }

    private String classOf(Shape shape) {
        String above = shape.hasParent() ? shape.parent.name : "harness.Base";
        String faces = shape.related.isEmpty() ? "" : " implements I";
        StringBuilder text = new StringBuilder("public class " + shape.name + " extends " + above + faces + " {\n");
        text.append(shape.name + "() {}\n").append(methods(shape)).append(initialiser(shape, ""));
        text.append("static final class N {\nprivate N() {}\n" + methods(shape, "$N") + "}\n");
        text.append("final class Inner {\n" + methods(shape, "$Inner") + "}\n");
        return text.append("}\n").toString();
    }

    private static String initialiser(Shape shape, String last) {
        StringBuilder text = new StringBuilder();
        for (Unit unit : shape.initialiser) {
            text.append("static {\nint d = 2;\nint x = 0;\nint r = 0;\n" + statements(unit) + last + "}\n");
        }
        return text.toString();
    }

    private String methods(Shape shape) {
        return methods(shape, shape.kind == Shape.Kind.ENUM ? "$anonymous" : "");
    }

    private String methods(Shape shape, String nested) {
        StringBuilder text = new StringBuilder();
        for (Unit unit : shape.units) {
            boolean here = unit.key.equals(program.packageName() + "." + shape.name + nested + "." + unit.name);
            if (here && unit.style != Style.LAMBDA && unit.style != Style.CLASS_INITIALISER) {
                text.append(method(unit));
            }
        }
        return text.toString();
    }

    static String method(Unit unit) {
        return header(unit) + "int r = x;\n" + statements(unit)
                + switch (unit.style) {
                    case CONSTRUCTOR, DELEGATING_CONSTRUCTOR -> "value = r;\n}\n";
                    case RECORD_CONSTRUCTOR -> "this.d = d;\nthis.x = r;\n}\n";
                    default -> "return r;\n}\n";
                };
    }

    private static String header(Unit unit) {
        String name = unit.name + "(int d, int x) {\n";
        return switch (unit.style) {
            case STATIC -> "public static int " + name;
            case SYNCHRONIZED_STATIC -> "static synchronized int " + name;
            case SYNCHRONIZED_INSTANCE -> "synchronized int " + name;
            case PRIVATE_INSTANCE, INTERFACE_PRIVATE, NESTED_INSTANCE -> "private int " + name;
            case NESTED_STATIC -> "private static int " + name;
            case GENERIC -> "public int apply(Integer fuel, int x) {\nint d = fuel;\n";
            case DEFAULT -> "default int " + name;
            case INTERFACE_STATIC -> "static int " + name;
            case ANONYMOUS -> "public int " + name;
            case RECORD_CONSTRUCTOR -> "R(int d, int x) {\n";
            case CONSTRUCTOR -> unit.owner.name + "(int d, int x) {\n" + superCall(unit);
            case DELEGATING_CONSTRUCTOR ->
                unit.owner.name + "(int d, int x, int unused) {\nthis(d > 0 ? d - 1 : 0, x);\n";
            default -> "int " + name;
        };
    }

    private static String superCall(Unit unit) {
        String x = "x";
        for (Op.Call argument : unit.beforeSuper) {
            x = "d > 0 ? " + plain(argument.target(), "d - 1", "x") + " & 63 : x";
        }
        return unit.owner.hasParent() ? "super(d > 0 ? d - 1 : 0, " + x + ");\n" : "super(" + x + ");\n";
    }

    private static String statements(Unit unit) {
        boolean constructor = unit.style == Style.CONSTRUCTOR || unit.style == Style.DELEGATING_CONSTRUCTOR;
        return JavaStatements.of(unit, constructor ? "{ value = r; return; }" : "return r;", "");
    }

    /** The expression that calls {@code target} from wherever the model lets it be called. */
    static String plain(Unit target, String d, String x) {
        String owner = target.owner.name;
        String arguments = "(" + d + ", " + x + ")";
        return switch (target.style) {
            case STATIC, SYNCHRONIZED_STATIC, INTERFACE_STATIC -> owner + "." + target.name + arguments;
            case INSTANCE, SYNCHRONIZED_INSTANCE -> "new " + owner + "()." + target.name + arguments;
            case OVERRIDE -> "((" + target.base.owner.name + ") new " + owner + "())." + target.name + arguments;
            case PRIVATE_INSTANCE -> "this." + target.name + arguments;
            case INTERFACE_PRIVATE -> target.name + arguments;
            case NESTED_STATIC -> owner + ".N." + target.name + arguments;
            case NESTED_INSTANCE -> "new " + owner + ".N()." + target.name + arguments;
            case INNER -> "new " + owner + "().new Inner()." + target.name + arguments;
            case GENERIC -> "((harness.Fun<Integer>) new G()).apply" + arguments;
            case DEFAULT -> "((I) new " + target.owner.related.get(0).name + "())." + target.name + arguments;
            case ENUM_BODY -> "K.FIRST.m" + arguments;
            case RECORD_CONSTRUCTOR -> "new R" + arguments + ".x()";
            case CONSTRUCTOR -> "new " + owner + arguments + ".value";
            case DELEGATING_CONSTRUCTOR -> "new " + owner + "(" + d + ", " + x + ", 0).value";
            default -> throw new IllegalStateException(target + " is not called so");
        };
    }
}
