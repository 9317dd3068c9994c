package dev.jprof.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test in which a method takes longer than this, all its calls and what they call together, with the call tree that did.
 * Times vary from run to run, counts do not: leave room, or take {@link MaxCalls}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(MaxTime.List.class)
@ExtendWith(ProfiledExtension.class)
public @interface MaxTime {
    /** The method, as in {@link MaxCalls#method}; without it the whole test. */
    String method() default "";

    /** How long it may take. */
    long value();

    /** The unit of {@link #value}. */
    TimeUnit unit() default TimeUnit.MILLISECONDS;

    /** Several of them. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @ExtendWith(ProfiledExtension.class)
    @interface List {
        MaxTime[] value();
    }
}
