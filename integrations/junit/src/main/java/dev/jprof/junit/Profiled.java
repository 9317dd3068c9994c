package dev.jprof.junit;

import dev.jprof.api.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records each test in a session of its own, from the beginning of the test method to its end, without what runs before and after
 * each. A test that would have to be recorded where there is no agent fails. {@link MaxCalls} and {@link MaxTime} work without this.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(ProfiledExtension.class)
public @interface Profiled {
    /**
     * Whose calls are recorded: those of the test's thread, or of all. Tests of all threads must not run beside others; those that
     * did fail and say so.
     */
    Scope scope() default Scope.THREAD;

    /**
     * A folder that the profile of each test is written to, as {@code com.acme.OrdersTest.list.json}, with parameter types where
     * tests are overloaded, and with the number of the invocation; none when it is empty.
     */
    String folder() default "";
}
