package dev.jprof.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which methods are meant: {@code com.acme.Dao.query} with all its overloads, {@code com.acme.*}, and of overloads one by its
 * parameters as tables print them, {@code com.acme.Dao.query(int, String)}, or by its descriptor, {@code com.acme.Dao.query(I)V}.
 * A {@code *} is any text, dots included. A lambda body is meant by the name without its number too, {@code com.acme.Dao.lambda$list},
 * with all others of that method. Spans are meant by their names in angle brackets: {@code <request: *>}. Immutable.
 */
public final class MethodPattern {
    private final String text;
    private final Pattern name;

    /** Null where all overloads are meant. */
    private final Pattern parameters;

    private final boolean byDescriptor;

    private MethodPattern(String text) {
        this.text = text;
        int open = text.startsWith("<") ? -1 : text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        boolean overload = open > 0 && close > 0;
        byDescriptor = overload && close < text.length() - 1;
        name = glob(overload ? text.substring(0, open) : text);
        parameters = !overload
                ? null
                : glob(
                        byDescriptor
                                ? text.substring(open)
                                : text.substring(open + 1, close).replaceAll("\\s*,\\s*", ", "));
    }

    public static MethodPattern of(String text) {
        return new MethodPattern(text.trim());
    }

    /**
     * Whether a method is meant.
     *
     * @param method class and name joined by a dot, or a span's name in angle brackets
     */
    public boolean matches(String method, String descriptor) {
        return (name.matcher(method).matches()
                        || name.matcher(LambdaNames.withoutNumbers(method)).matches())
                && (parameters == null
                        || parameters
                                .matcher(byDescriptor ? descriptor : parameterTypes(descriptor))
                                .matches());
    }

    /** Whether it means one of the methods that have a name. */
    boolean isOverload() {
        return parameters != null;
    }

    /** Whether it may mean a method of a class, as far as the class's name goes. */
    boolean mayMeanOneOf(String className) {
        int open = text.indexOf('(');
        int dot = text.lastIndexOf('.', open < 0 ? text.length() : open);
        return dot > 0 && glob(text.substring(0, dot)).matcher(className).matches();
    }

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (String literal : glob.split("\\*+", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Parameter types without packages: {@code int, String[]}; the descriptor itself where it is none. */
    static String parameterTypes(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            StringBuilder dimensions = new StringBuilder();
            while (descriptor.charAt(at) == '[') {
                dimensions.append("[]");
                at++;
            }
            boolean isClass = descriptor.charAt(at) == 'L';
            int end = isClass ? descriptor.indexOf(';', at) : at + 1;
            types.add(typeName(descriptor.substring(at, end)) + dimensions);
            at = isClass ? end + 1 : end;
        }
        return descriptor.startsWith("(") ? String.join(", ", types) : descriptor;
    }

    private static String typeName(String type) {
        switch (type.charAt(0)) {
            case 'Z':
                return "boolean";
            case 'B':
                return "byte";
            case 'C':
                return "char";
            case 'S':
                return "short";
            case 'I':
                return "int";
            case 'J':
                return "long";
            case 'F':
                return "float";
            case 'D':
                return "double";
            default:
                return type.substring(Math.max(1, type.lastIndexOf('/') + 1));
        }
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
