package dev.jprof.agent.instrument;

import dev.jprof.agent.rt.Probe;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the classes of a loader will find the probes. All do that delegate java.*; a loader that passes only some names on
 * does not, and its classes must stay as they are. Asked once for each class of loaders, because asking runs the
 * application's code in the middle of a class definition.
 */
final class ProbeVisibility extends ClassValue<AtomicInteger> {
    private static final int UNKNOWN = 0;
    private static final int VISIBLE = 1;
    private static final int HIDDEN = 2;

    @Override
    protected AtomicInteger computeValue(Class<?> loaderClass) {
        return new AtomicInteger(loaderClass.getClassLoader() == null ? VISIBLE : UNKNOWN);
    }

    boolean isVisibleTo(ClassLoader loader) {
        AtomicInteger state = get(loader.getClass());
        // Visible until proved otherwise, so that a class which asking loads does not ask again.
        if (state.compareAndSet(UNKNOWN, VISIBLE)) {
            state.set(finds(loader) ? VISIBLE : HIDDEN);
        }
        return state.get() == VISIBLE;
    }

    private static boolean finds(ClassLoader loader) {
        try {
            return Class.forName(Probe.class.getName(), false, loader) == Probe.class;
        } catch (ClassNotFoundException hidden) {
            return false;
        } catch (LinkageError broken) {
            return false;
        }
    }
}
