package dev.jprof.cli.truth;

import java.util.List;

/** A method of a random program: one row of its profile. */
final class Unit {
    /** Says how the method is declared and called. */
    enum Style {
        STATIC,
        SYNCHRONIZED_STATIC,
        INSTANCE,
        SYNCHRONIZED_INSTANCE,
        OVERRIDE,
        PRIVATE_INSTANCE,
        NESTED_STATIC,
        NESTED_INSTANCE,
        INNER,
        GENERIC,
        DEFAULT,
        INTERFACE_STATIC,
        INTERFACE_PRIVATE,
        ENUM_BODY,
        RECORD_CONSTRUCTOR,
        CONSTRUCTOR,
        DELEGATING_CONSTRUCTOR,
        LAMBDA,
        ANONYMOUS,
        CLASS_INITIALISER,
        /** Made by the compiler or by the model, with no statements. */
        PLUMBING
    }

    final int index;
    final Shape owner;
    final String name;
    final Style style;
    /** As {@link PathTree} names the row. */
    final String key;
    /** Set once, when all methods are known. */
    List<Op> body = List.of();
    /** Of a constructor: the call among the arguments of {@code super(...)}, if any. */
    List<Op.Call> beforeSuper = List.of();
    /** Of an override: what it overrides. Of a delegating constructor: the one it calls. */
    Unit base = this;

    Unit(int index, Shape owner, String className, String name, Style style) {
        this.index = index;
        this.owner = owner;
        this.style = style;
        this.name = name;
        this.key = className + "." + name;
    }

    boolean isInstance() {
        return switch (style) {
            case INSTANCE, SYNCHRONIZED_INSTANCE, OVERRIDE, PRIVATE_INSTANCE, CONSTRUCTOR, DELEGATING_CONSTRUCTOR ->
                true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return key;
    }
}
