package dev.jprof.agent.rt;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the just-in-time compiler from copying a method into its callers. The build's relocation makes the JDK's own annotation
 * of it, which HotSpot obeys in classes of the boot loader from JDK 9 on.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface DontInline {}
