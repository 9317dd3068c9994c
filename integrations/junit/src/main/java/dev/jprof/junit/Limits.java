package dev.jprof.junit;

import dev.jprof.api.Scope;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What holds for one test: the annotations of its method, its class and the classes around that. */
final class Limits {
    final Scope scope;
    final String folder;
    private final List<Limit> limits = new ArrayList<>();

    private Limits(List<AnnotatedElement> elements) {
        Optional<Profiled> profiled = Optional.empty();
        for (AnnotatedElement element : elements) {
            profiled = profiled.isPresent() ? profiled : AnnotationSupport.findAnnotation(element, Profiled.class);
            for (MaxCalls calls : all(element, MaxCalls.class)) {
                limits.add(Limit.ofCalls(calls.method(), calls.value()));
            }
            for (MaxTime time : all(element, MaxTime.class)) {
                limits.add(Limit.ofTime(time.method(), time.unit().toNanos(time.value())));
            }
        }
        scope = profiled.map(Profiled::scope).orElse(Scope.THREAD);
        folder = profiled.map(Profiled::folder).orElse("");
    }

    static Limits of(ExtensionContext context) {
        List<AnnotatedElement> elements = new ArrayList<>();
        context.getTestMethod().ifPresent(elements::add);
        for (Class<?> type = context.getTestClass().orElse(null); type != null; type = type.getEnclosingClass()) {
            elements.add(type);
        }
        return new Limits(elements);
    }

    private static <A extends Annotation> List<A> all(AnnotatedElement element, Class<A> type) {
        return AnnotationSupport.findRepeatableAnnotations(element, type);
    }

    List<Limit> limits() {
        return limits;
    }
}
