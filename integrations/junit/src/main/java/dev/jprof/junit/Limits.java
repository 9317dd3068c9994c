package dev.jprof.junit;

import dev.jprof.api.Scope;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What holds for one test: the annotations of its method, its class and the classes around that, or that it is run as a part of. */
final class Limits {
    final Scope scope;
    final String folder;
    private final List<Limit> limits = new ArrayList<>();

    private Limits(Set<AnnotatedElement> elements) {
        Optional<Profiled> profiled = Optional.empty();
        Set<Annotation> seen = new LinkedHashSet<>();
        for (AnnotatedElement element : elements) {
            profiled = profiled.isPresent() ? profiled : AnnotationSupport.findAnnotation(element, Profiled.class);
            seen.addAll(AnnotationSupport.findRepeatableAnnotations(element, MaxCalls.class));
            seen.addAll(AnnotationSupport.findRepeatableAnnotations(element, MaxTime.class));
        }
        for (Annotation limit : seen) {
            limits.add(limit instanceof MaxCalls ? of((MaxCalls) limit) : of((MaxTime) limit));
        }
        scope = profiled.map(Profiled::scope).orElse(Scope.THREAD);
        folder = profiled.map(Profiled::folder).orElse("");
    }

    static Limits of(ExtensionContext context) {
        Set<AnnotatedElement> elements = new LinkedHashSet<>();
        for (ExtensionContext next = context;
                next != null;
                next = next.getParent().orElse(null)) {
            next.getTestMethod().ifPresent(elements::add);
            for (Class<?> type = next.getTestClass().orElse(null); type != null; type = type.getEnclosingClass()) {
                elements.add(type);
            }
        }
        return new Limits(elements);
    }

    private static Limit of(MaxCalls calls) {
        return Limit.ofCalls(calls.method(), calls.value());
    }

    private static Limit of(MaxTime time) {
        return Limit.ofTime(time.method(), time.unit().toNanos(time.value()));
    }

    List<Limit> limits() {
        return limits;
    }
}
