package dev.jprof.agent;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

/**
 * Defines classes in java.lang. Loaded once more by a loader of its own, to whose module alone java.lang is opened: the class
 * that makes the Lookup is the one whose rights count.
 */
public final class LookupGate {
    private LookupGate() {}

    /** Reflection, because the methods came with JDK 9. */
    public static void define(byte[][] classes) throws ReflectiveOperationException {
        Method privateLookupIn =
                MethodHandles.class.getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class);
        Object lookup = privateLookupIn.invoke(null, Object.class, MethodHandles.lookup());
        Method define = MethodHandles.Lookup.class.getMethod("defineClass", byte[].class);
        for (byte[] bytes : classes) {
            define.invoke(lookup, (Object) bytes);
        }
    }
}
