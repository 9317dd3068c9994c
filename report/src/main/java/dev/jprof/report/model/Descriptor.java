package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.List;

/** JVM method descriptors, readable. Profiles hold any text in their place, so anything is accepted. */
public final class Descriptor {
    private Descriptor() {}

    private static final String PRIMITIVES = "ZBCSIJFD";

    /** Parameter types without packages: {@code int, String[]}; where it is none, what stands in its parentheses or all of it. */
    public static String parameterTypes(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            int start = at;
            while (at < descriptor.length() && descriptor.charAt(at) == '[') {
                at++;
            }
            int dimensions = at - start;
            int end = endOfType(descriptor, at);
            if (end < 0) {
                return asItStands(descriptor);
            }
            types.add(typeName(descriptor, at, end) + "[]".repeat(dimensions));
            at = end + 1;
        }
        return descriptor.startsWith("(") && at < descriptor.length()
                ? String.join(", ", types)
                : asItStands(descriptor);
    }

    /** The last character of the type that begins at {@code at}; -1 where none does. */
    private static int endOfType(String descriptor, int at) {
        if (at >= descriptor.length()) {
            return -1;
        }
        char first = descriptor.charAt(at);
        return first == 'L' ? descriptor.indexOf(';', at) : PRIMITIVES.indexOf(first) < 0 ? -1 : at;
    }

    /** Other tools write types as sources do: {@code (int)}. */
    private static String asItStands(String text) {
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }

    private static String typeName(String descriptor, int start, int end) {
        return switch (descriptor.charAt(start)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> descriptor.substring(Math.max(start + 1, descriptor.lastIndexOf('/', end) + 1), end);
        };
    }
}
