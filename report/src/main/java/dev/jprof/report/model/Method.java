package dev.jprof.report.model;

/**
 * One method as the JVM names it.
 *
 * @param className binary name with dots, {@code com.acme.Outer$Inner}; empty for spans and synthetic rows
 * @param name JVM name, {@code <init>} and {@code <clinit>} included; synthetic rows are in brackets, {@code [overflow]}
 * @param descriptor JVM descriptor, {@code (I)V}; empty for synthetic rows
 * @param file source file name without directory; empty when the class file does not say
 * @param line first line with code; 0 when the class file does not say
 * @param timed false for a leaf whose calls are counted and whose time belongs to its caller
 * @param hash of its instructions and handlers, the same for the same ones whatever the lines; 0 when unknown
 */
public record Method(
        String className, String name, String descriptor, String file, int line, Kind kind, boolean timed, long hash) {
    /** A method of unknown code. */
    public Method(String className, String name, String descriptor, String file, int line, Kind kind, boolean timed) {
        this(className, name, descriptor, file, line, kind, timed, 0);
    }

    /** Class and name joined by a dot, as filters match it; the name alone for synthetic rows. */
    public String qualifiedName() {
        return className.isEmpty() ? name : className + "." + name;
    }

    Method inClass(String otherName) {
        return new Method(otherName, name, descriptor, file, line, kind, timed, hash);
    }

    /** Where a row comes from. */
    public enum Kind {
        /** An instrumented method. */
        JAVA,
        /** A JDK method, counted and timed at the call sites in instrumented code. */
        JDK,
        /** A part of a method that the program opens and closes itself; it has no class. */
        SPAN,
        /** A row that jprof made up. */
        SYNTHETIC
    }
}
