package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.List;

/** JVM method descriptors as a programmer writes them. */
final class Descriptors {
    private Descriptors() {}

    /** The parameter types without their packages: {@code (ILjava/lang/String;[J)V} is {@code (int,String,long[])}. */
    static String parameters(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            int element = at;
            while (element < descriptor.length() && descriptor.charAt(element) == '[') {
                element++;
            }
            int end = endOfType(descriptor, element);
            types.add(type(descriptor.substring(element, end)) + "[]".repeat(element - at));
            at = end;
        }
        return "(" + String.join(",", types) + ")";
    }

    /** Descriptors come from a file and may be cut short. */
    private static int endOfType(String descriptor, int start) {
        boolean reference = start < descriptor.length() && descriptor.charAt(start) == 'L';
        int semicolon = reference ? descriptor.indexOf(';', start) : start;
        return semicolon < 0 ? descriptor.length() : Math.min(semicolon + 1, descriptor.length());
    }

    private static String type(String descriptor) {
        return switch (descriptor) {
            case "Z" -> "boolean";
            case "B" -> "byte";
            case "C" -> "char";
            case "S" -> "short";
            case "I" -> "int";
            case "J" -> "long";
            case "F" -> "float";
            case "D" -> "double";
            default -> simpleName(descriptor);
        };
    }

    private static String simpleName(String descriptor) {
        String name = descriptor.substring(descriptor.lastIndexOf('/') + 1);
        String start = name.equals(descriptor) && name.startsWith("L") ? name.substring(1) : name;
        return start.endsWith(";") ? start.substring(0, start.length() - 1) : start;
    }
}
