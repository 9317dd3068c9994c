package dev.jprof.api;

import java.util.Objects;

/** A method as the JVM names it, or a span. Immutable. */
public final class MethodName {
    private final String className;
    private final String name;
    private final String descriptor;
    private final String kind;

    MethodName(String className, String name, String descriptor, String kind) {
        this.className = className;
        this.name = name;
        this.descriptor = descriptor;
        this.kind = kind;
    }

    /** Binary name with dots; empty for spans. */
    public String className() {
        return className;
    }

    /** JVM name, {@code <init>} and {@code <clinit>} included; of a span its name and tag. */
    public String name() {
        return name;
    }

    /** JVM descriptor; empty for spans. */
    public String descriptor() {
        return descriptor;
    }

    /** As rules name it: lambda bodies of one method have one name, {@code com.acme.Dao.lambda$list}. */
    public String withoutNumbers() {
        return isSpan() ? toString() : LambdaNames.withoutNumbers(toString());
    }

    public boolean isSpan() {
        return kind.equals("span");
    }

    /** Calls that the agent had no memory to keep apart. */
    boolean isOverflow() {
        return kind.equals("synthetic");
    }

    /** Whether a pattern means it. */
    public boolean matches(MethodPattern pattern) {
        return pattern.matches(toString(), descriptor);
    }

    /** {@code com.acme.Dao.query}, {@code <request: GET /orders>}. */
    @Override
    public String toString() {
        return isSpan() ? "<" + name + ">" : className.isEmpty() ? name : className + "." + name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodName
                && ((MethodName) other).className.equals(className)
                && ((MethodName) other).name.equals(name)
                && ((MethodName) other).descriptor.equals(descriptor)
                && ((MethodName) other).kind.equals(kind);
    }

    @Override
    public int hashCode() {
        return Objects.hash(className, name, descriptor, kind);
    }
}
