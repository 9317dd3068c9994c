package dev.jprof.report.model;

import java.util.ArrayList;
import java.util.List;

/** JVM method descriptors, readable. Profiles hold any text in their place, so anything is accepted. */
public final class Descriptor {
    private Descriptor() {}

    /** Parameter types without packages: {@code int, String[]}; the descriptor itself where it is none. */
    public static String parameterTypes(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            int start = at;
            while (at < descriptor.length() && descriptor.charAt(at) == '[') {
                at++;
            }
            int dimensions = at - start;
            int end = at < descriptor.length() && descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) : at;
            if (end < 0 || end >= descriptor.length()) {
                return descriptor;
            }
            types.add(typeName(descriptor, at, end) + "[]".repeat(dimensions));
            at = end + 1;
        }
        return descriptor.startsWith("(") && at < descriptor.length() ? String.join(", ", types) : descriptor;
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
