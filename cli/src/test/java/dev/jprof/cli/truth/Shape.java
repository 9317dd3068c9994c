package dev.jprof.cli.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A top-level class of a random program, with the classes that are nested in it. */
final class Shape {
    /** What kind of class. */
    enum Kind {
        CLASS,
        GENERIC,
        INTERFACE,
        ENUM,
        RECORD,
        BROKEN
    }

    final int index;
    final String name;
    final Kind kind;
    /** The class itself when it has no superclass of the program. */
    Shape parent = this;
    /** The interfaces of a class; for an interface, the class that implements it. */
    final List<Shape> related = new ArrayList<>();

    final List<Unit> units = new ArrayList<>();
    /** Methods without statements, by what they are for: {@code <init>}, {@code inner}, {@code $values}... */
    final Map<String, Unit> plumbing = new LinkedHashMap<>();
    /** Empty or one unit. */
    List<Unit> initialiser = List.of();

    Shape(int index, String name, Kind kind) {
        this.index = index;
        this.name = name;
        this.kind = kind;
    }

    boolean hasParent() {
        return parent != this;
    }

    /** What the JVM initialises before this class: its superclass, then its interfaces that have default methods. */
    List<Shape> initialisedBefore() {
        List<Shape> before = new ArrayList<>();
        if (hasParent()) {
            before.add(parent);
        }
        if (kind == Kind.CLASS) {
            before.addAll(related);
        }
        return before;
    }
}
