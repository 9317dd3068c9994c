package dev.jprof.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Refuses limits on what runs before and after tests, which no extension that they register would see: JUnit's launcher finds this
 * filter as a service and shows it all classes of tests before any runs.
 */
public final class LifecycleLimits implements PostDiscoveryFilter {
    private static final String JUPITER = "[engine:junit-jupiter]";
    private static final List<Class<? extends Annotation>> LIFECYCLE =
            Arrays.asList(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    @Override
    public FilterResult apply(TestDescriptor test) {
        boolean jupiter = test.getUniqueId().toString().contains(JUPITER);
        test.getSource()
                .filter(source -> jupiter)
                .filter(ClassSource.class::isInstance)
                .ifPresent(source -> refuseLimits(((ClassSource) source).getJavaClass()));
        return FilterResult.included("limits are where they are judged");
    }

    private static void refuseLimits(Class<?> type) {
        for (Method method : ReflectionSupport.findMethods(
                type, LifecycleLimits::runsAroundTests, HierarchyTraversalMode.TOP_DOWN)) {
            boolean limited = AnnotationSupport.isAnnotated(method, Profiled.class)
                    || !AnnotationSupport.findRepeatableAnnotations(method, MaxCalls.class)
                            .isEmpty()
                    || !AnnotationSupport.findRepeatableAnnotations(method, MaxTime.class)
                            .isEmpty();
            if (limited) {
                throw new JUnitException(method.getDeclaringClass().getName() + "." + method.getName()
                        + " runs before or after tests, where jprof judges no limits: put @MaxCalls, @MaxTime and @Profiled"
                        + " on tests and their classes");
            }
        }
    }

    private static boolean runsAroundTests(Method method) {
        return LIFECYCLE.stream().anyMatch(lifecycle -> AnnotationSupport.isAnnotated(method, lifecycle));
    }
}
