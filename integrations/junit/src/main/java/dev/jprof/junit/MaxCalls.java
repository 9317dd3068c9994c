package dev.jprof.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that calls a method more often than this, with the call tree that did. On a class it holds for each of its tests. A
 * method that can't be counted, because there is no agent, no such method or no probe in it, fails the test too.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(MaxCalls.List.class)
@ExtendWith(ProfiledExtension.class)
public @interface MaxCalls {
    /**
     * The method, {@code com.acme.Dao.query}, with all its overloads, or one of them: {@code com.acme.Dao.query(int, String)}. A
     * {@code *} is any text; each method that it means is judged by itself, their sum with {@code sum(com.acme.*)}.
     */
    String method();

    /** How many calls are allowed. */
    long value();

    /** Several of them. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @ExtendWith(ProfiledExtension.class)
    @interface List {
        MaxCalls[] value();
    }
}
