package dev.jprof.report.foreign;

import dev.jprof.report.model.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a frame's text says: class and method where it is one of Java, else a name as it stands. */
final class FrameName {
    /** Of async-profiler and others: how the frame's code came to run, which is no part of the name. */
    private static final Pattern HOW = Pattern.compile("_\\[([a-z0-9])]$");

    private static final String WORD = "[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}+/.]*";
    private static final String METHOD = "<?[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*>?";
    /** Semicolons end a frame, so async-profiler writes another sign for them. */
    private static final String DESCRIPTOR = "(\\([\\w/$;|\\[.]*\\)[\\w/$;|\\[.]*)?";

    private static final String TYPE = "\\[*(?:[ZBCSIJFD]|L[^;|()]+[;|])";

    /** In a name that may have parentheses itself only what the JVM itself would write is a descriptor. */
    private static final String JVM_DESCRIPTOR = "(\\((?:" + TYPE + ")*\\)(?:V|" + TYPE + "))?";

    /** {@code com/acme/Main.main}, or with dots, {@code (I)V} behind it or not. */
    private static final Pattern JAVA = Pattern.compile("(" + WORD + ")\\.(" + METHOD + ")" + DESCRIPTOR);

    /** Other languages than Java allow other signs, such as spaces, in names of classes and methods. */
    private static final String SPELLED_OUT = "[^./;|:<>\\[]+?";

    private static final Pattern SPELLED_OUT_JAVA =
            Pattern.compile("((?:[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*/)+" + SPELLED_OUT
                    + ")\\.(<?" + SPELLED_OUT + ">?)" + JVM_DESCRIPTOR);

    /** {@code Lcom/acme/Main;::main}, as perf's maps have it. */
    private static final Pattern MAPPED = Pattern.compile("L(" + WORD + ");::(" + METHOD + ")" + DESCRIPTOR);

    /** {@code work (app.py:12)}, as py-spy writes. */
    private static final Pattern SCRIPT = Pattern.compile("(.+) \\(([^()]*?)(?::(\\d+))?\\)");

    /** Those with which a frame is one of Java, and with which it is none. */
    private static final List<String> MARKS = List.of("", "_[j]", "_[k]");

    private FrameName() {}

    static Method of(String text) {
        Matcher how = HOW.matcher(text);
        boolean marked = how.find();
        String name = marked ? text.substring(0, how.start()) : text;
        boolean ofKernel = marked && "ks".contains(how.group(1));
        Matcher mapped = MAPPED.matcher(name);
        if (mapped.matches()) {
            return java(mapped.group(1), mapped.group(2), mapped.group(3));
        }
        Matcher java = JAVA.matcher(name);
        if (!ofKernel && java.matches() && (marked || isClass(java.group(1)))) {
            return java(java.group(1), java.group(2), java.group(3));
        }
        Matcher spelledOut = SPELLED_OUT_JAVA.matcher(name);
        if (!ofKernel && spelledOut.matches()) {
            return java(spelledOut.group(1), spelledOut.group(2), spelledOut.group(3));
        }
        Matcher script = SCRIPT.matcher(name);
        if (script.matches() && script.group(2).contains(".")) {
            String file = script.group(2).substring(script.group(2).lastIndexOf('/') + 1);
            return other(script.group(1), file, line(script.group(3)));
        }
        return other(name, "", 0);
    }

    /**
     * The same the other way round, so that {@link #of} makes the method of it again: with a mark behind it where it would read
     * something else without.
     */
    static String text(Method method, boolean withDescriptor) {
        return Stream.of(plain(method, withDescriptor), plain(method, true))
                .flatMap(plain -> MARKS.stream().map(mark -> plain + mark))
                .filter(text -> isOf(method, text))
                .findFirst()
                .orElse(plain(method, withDescriptor));
    }

    private static boolean isOf(Method method, String text) {
        Method read = of(text);
        return read.className().equals(method.className())
                && read.name().equals(method.name())
                && (read.descriptor().isEmpty() || read.descriptor().equals(method.descriptor()));
    }

    private static String plain(Method method, boolean withDescriptor) {
        if (!method.className().isEmpty()) {
            String descriptor = withDescriptor ? method.descriptor().replace(';', '|') : "";
            return method.className().replace('/', '+').replace('.', '/') + "." + method.name() + descriptor;
        }
        String line = method.line() > 0 ? ":" + method.line() : "";
        return method.file().contains(".") ? method.name() + " (" + method.file() + line + ")" : method.name();
    }

    /** A name that is no method of Java. */
    static Method other(String name, String file, int line) {
        return new Method("", name.isEmpty() ? "[unknown]" : name, "", file, line, Method.Kind.JAVA, true);
    }

    private static Method java(String className, String name, @Nullable String descriptor) {
        String desc = descriptor == null ? "" : descriptor.replace('|', ';');
        String stable = HiddenNames.stable(className.replace('/', '.'));
        return new Method(stable, name, desc, "", 0, Method.Kind.JAVA, true);
    }

    /** A package with slashes, or a last word as classes are written; {@code libc.so.6} is none. */
    private static boolean isClass(String text) {
        String stable = HiddenNames.stable(text);
        String last = stable.substring(Math.max(stable.lastIndexOf('.'), stable.lastIndexOf('/')) + 1);
        return stable.contains("/") || !last.isEmpty() && Character.isUpperCase(last.charAt(0));
    }

    private static int line(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
