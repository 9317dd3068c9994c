package dev.jprof.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Weaves, and restores, classes that are defined already. Confined to one thread at a time. */
public final class LoadedClasses {
    private final Instrumentation instrumentation;
    private final WeavingTransformer transformer;
    private final Batches batches;

    public LoadedClasses(Instrumentation instrumentation, WeavingTransformer transformer) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
        this.batches = new Batches(instrumentation, transformer);
    }

    /**
     * Weaves what is wanted. A class whose definition began before that is perhaps listed only
     * when all others are done; one that the transformer was given at its definition is left alone.
     *
     * @throws OutOfMemoryError if there was no memory for some of it; {@link #restore} undoes the rest
     */
    public void weave() {
        ClassFilter filter = transformer.filter();
        transformer.retarget(filter);
        instrumentation.addTransformer(transformer, true);
        change(filter.wantingNothing(), filter);
        batches.checkMemory();
    }

    /** Changes which classes are woven: restores those no longer wanted, weaves those that now are. */
    public void retarget(ClassFilter filter) {
        ClassFilter before = transformer.filter();
        transformer.retarget(filter);
        change(before, filter);
    }

    private void change(ClassFilter before, ClassFilter after) {
        Set<Class<?>> done = Collections.newSetFromMap(new IdentityHashMap<Class<?>, Boolean>());
        try {
            batches.transform(differing(before, after, done));
            batches.transform(differing(before, after, done));
        } finally {
            transformer.forgetDefined();
        }
    }

    /** Gives all classes their own code back. */
    public void restore() {
        instrumentation.removeTransformer(transformer);
        Set<Class<?>> done = Collections.newSetFromMap(new IdentityHashMap<Class<?>, Boolean>());
        ClassFilter filter = transformer.filter();
        batches.transform(differing(filter, filter.wantingNothing(), done));
    }

    private List<Class<?>> differing(ClassFilter before, ClassFilter after, Set<Class<?>> done) {
        List<Class<?>> differing = new ArrayList<Class<?>>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (done.add(type) && before.wants(type) != after.wants(type) && isTransformable(type)) {
                differing.add(type);
            }
        }
        return differing;
    }

    /** The names of hidden classes, and of what JDK 8 had instead, have a slash in them; JDK 8 breaks when those are changed. */
    private boolean isTransformable(Class<?> type) {
        return type.getName().indexOf('/') < 0
                && instrumentation.isModifiableClass(type)
                && !transformer.wasGivenAtDefinition(type);
    }

    public Batches batches() {
        return batches;
    }
}
