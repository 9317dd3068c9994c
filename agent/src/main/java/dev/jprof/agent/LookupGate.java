package dev.jprof.agent;

import java.lang.invoke.MethodHandles;

/**
 * Defines classes in java.lang. Loaded once more by a loader of its own, to whose module alone java.lang is opened: the class
 * that makes the Lookup is the one whose rights count.
 */
public final class LookupGate {
    /** Stands for {@code MethodHandles.Lookup} with what JDK 9 added, whose name is put here when it is loaded once more. */
    abstract static class Lookup {
        abstract Class<?> defineClass(byte[] bytes) throws IllegalAccessException;
    }

    private LookupGate() {}

    /** Calls the method itself for each class: reflection makes a class of its own for a call that is repeated. */
    public static void define(byte[][] classes) throws ReflectiveOperationException {
        Lookup lookup = (Lookup) MethodHandles.class
                .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
                .invoke(null, Object.class, MethodHandles.lookup());
        for (byte[] bytes : classes) {
            lookup.defineClass(bytes);
        }
    }
}
