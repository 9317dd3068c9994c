package dev.jprof.report.model;

/**
 * What makes a method the same one in two profiles: neither its lines nor the numbers that a compiler or a JVM gave to what it
 * generated. Lambda bodies of one method with one descriptor have one key, proxies of one package have one.
 *
 * @param className as in {@link Method#className()}, without generated numbers
 * @param name as in {@link Method#name()}, without generated numbers
 * @param descriptor as in {@link Method#descriptor()}, without generated numbers
 */
public record MethodKey(Method.Kind kind, String className, String name, String descriptor)
        implements Comparable<MethodKey> {
    public static MethodKey of(Method method) {
        return new MethodKey(
                method.kind(),
                GeneratedNames.stableClass(method.className()),
                GeneratedNames.stableMethod(method.name()),
                GeneratedNames.stableDescriptor(method.descriptor()));
    }

    /** Class and name joined by a dot, as rules and filters match it; the name alone for synthetic rows. */
    public String qualifiedName() {
        return className.isEmpty() ? name : className + "." + name;
    }

    /**
     * Whether it is of a subclass that a library made while the program ran, such as a proxy of Hibernate or Mockito: its methods have names
     * and an order of their own in each run, so that their code can't be compared.
     */
    public boolean hasRandomParts() {
        return GeneratedNames.hasRandomParts(className);
    }

    @Override
    public int compareTo(MethodKey other) {
        int order = className.compareTo(other.className);
        order = order != 0 ? order : name.compareTo(other.name);
        order = order != 0 ? order : descriptor.compareTo(other.descriptor);
        return order != 0 ? order : kind.compareTo(other.kind);
    }
}
