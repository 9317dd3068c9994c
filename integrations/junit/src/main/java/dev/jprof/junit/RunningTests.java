package dev.jprof.junit;

import dev.jprof.api.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Which tests run now, in all of the JVM: JUnit's launcher finds this listener as a service. A test whose session would hold calls
 * of another one is told so.
 */
public final class RunningTests implements TestExecutionListener {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    /** Names by unique id. */
    private static final Map<String, String> OPEN = new LinkedHashMap<>();

    private static final List<Watch> WATCHES = new ArrayList<>();

    /** A test that is recorded. */
    static final class Watch implements AutoCloseable {
        private final String id;
        private final Scope scope;
        private final Thread thread = Thread.currentThread();
        private String disturbance;

        private Watch(String id, Scope scope) {
            this.id = id;
            this.scope = scope;
        }

        /** Why what was recorded is not this test's alone, in one line; null when it is. */
        String disturbance() {
            synchronized (OPEN) {
                return disturbance;
            }
        }

        private boolean isWithin(String other) {
            return id.equals(other) || id.startsWith(other + "/");
        }

        private void disturbedBy(String name) {
            disturbance = scope == Scope.JVM
                    ? "it records all threads, and " + name
                            + " ran at the same time: mark it @Isolated, or record its thread only"
                    : name + " ran on its thread in the middle of it, as threads of a ForkJoinPool do while they wait:"
                            + " mark it @Isolated";
        }

        @Override
        public void close() {
            synchronized (OPEN) {
                WATCHES.remove(this);
            }
        }
    }

    static Watch watch(ExtensionContext context, Scope scope) {
        Watch watch = new Watch(context.getUniqueId(), scope);
        synchronized (OPEN) {
            WATCHES.add(watch);
            if (scope == Scope.JVM) {
                boolean parallel = context.getConfigurationParameter(PARALLEL)
                        .map(Boolean::parseBoolean)
                        .orElse(false);
                if (OPEN.isEmpty() && parallel) {
                    watch.disturbedBy("another test, for all that is known,");
                }
                for (Map.Entry<String, String> open : OPEN.entrySet()) {
                    if (!watch.isWithin(open.getKey())) {
                        watch.disturbedBy(open.getValue());
                    }
                }
            }
        }
        return watch;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        synchronized (OPEN) {
            OPEN.put(test.getUniqueId(), test.getDisplayName());
            for (Watch watch : WATCHES) {
                boolean concerned = watch.scope == Scope.JVM || watch.thread == Thread.currentThread();
                if (concerned && !watch.isWithin(test.getUniqueId())) {
                    watch.disturbedBy(test.getDisplayName());
                }
            }
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        synchronized (OPEN) {
            OPEN.remove(test.getUniqueId());
        }
    }
}
