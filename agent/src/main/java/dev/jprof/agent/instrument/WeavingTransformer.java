package dev.jprof.agent.instrument;

import dev.jprof.agent.rt.AllocatedBytes;
import dev.jprof.agent.rt.SetupTime;
import dev.jprof.agent.rt.WeavingTime;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the JVM calls for each class that it defines, and for those that it is asked to transform anew. Never throws: a class that
 * can't be woven runs as it is.
 */
public final class WeavingTransformer implements ClassFileTransformer {
    private final ClassWeaver weaver;
    private final Skips skips;
    private final ProbeVisibility probes = new ProbeVisibility();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger instrumented = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final Set<String> refused = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

    private volatile Scope scope;

    /** Null while no batch is under way, else the thread of it, which alone touches the numbers below. */
    private volatile Thread batch;

    private volatile boolean hasWoven;
    private int wovenInBatch;
    private int restoredInBatch;

    /**
     * @param jdkCalls whether calls of JDK methods are recorded at their call sites
     * @param leaves whether methods that do nothing worth timing are counted only
     */
    public WeavingTransformer(ClassFilter filter, MethodTable methods, Skips skips, boolean jdkCalls, boolean leaves) {
        this.scope = new Scope(filter, false);
        this.skips = skips;
        this.weaver = new ClassWeaver(methods, skips, jdkCalls ? new JdkPackages() : null, leaves);
    }

    /**
     * Weaves a class of the agent's own and throws the result away, so that all that weaving needs is loaded before the first
     * class is defined: loading it from inside a class definition could go in circles.
     */
    public void warmUp(byte[] anyClass) {
        new ClassWeaver(new MethodTable(), new Skips(), null, true).weave(anyClass);
        scope.filter.isApplication(null, "a/b", ClassFilter.class.getProtectionDomain());
        scope.filter.wants("a/b");
        probes.isVisibleTo(WeavingTransformer.class.getClassLoader());
        WeavingTime.begins();
        WeavingTime.ends();
    }

    ClassFilter filter() {
        return scope.filter;
    }

    /** Changes what is woven from now on, and keeps in mind what is defined until {@link #forgetDefined}. */
    public void retarget(ClassFilter filter) {
        scope = new Scope(filter, true);
    }

    void forgetDefined() {
        scope.forget();
    }

    boolean wasGivenAtDefinition(Class<?> type) {
        return scope.hasDefined(type.getClassLoader(), type.getName());
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String given, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        String name = given == null ? nameIn(bytes) : given;
        Scope now = scope;
        boolean inBatch = redefined != null && batch == Thread.currentThread();
        boolean counts = redefined == null;
        try {
            if (!now.filter.isApplication(loader, name, domain) || refused.contains(name)) {
                return null;
            }
            if (counts || inBatch) {
                seen.incrementAndGet();
            }
            byte[] woven = null;
            if (now.filter.wants(name)) {
                woven = weave(loader, name, bytes, counts);
            } else if (inBatch && wasWoven(bytes)) {
                restoredInBatch++;
            }
            if (woven != null) {
                hasWoven = true;
            }
            if (woven != null && counts) {
                instrumented.incrementAndGet();
            } else if (woven != null && inBatch) {
                wovenInBatch++;
            }
            return woven;
        } catch (Throwable failure) {
            skip(name == null ? "?" : name, reason(failure), counts);
            return null;
        } finally {
            if (counts && name != null) {
                now.defines(loader, name);
            }
        }
    }

    /** A loader need not say which class it defines; null for what is no class. */
    private static String nameIn(byte[] bytes) {
        try {
            return new ClassFile(bytes).name;
        } catch (RuntimeException noClass) {
            return null;
        }
    }

    private byte[] weave(ClassLoader loader, String name, byte[] bytes, boolean counts) {
        if (probes.isVisibleTo(loader)) {
            AllocatedBytes.pause();
            long begin = System.nanoTime();
            WeavingTime.begins();
            try {
                return weaver.weave(bytes);
            } finally {
                WeavingTime.ends();
                // A class that is woven anew is woven by a thread of jprof's.
                SetupTime.addWeaving(counts ? System.nanoTime() - begin : 0);
                AllocatedBytes.resume();
            }
        }
        skip(name, "its class loader hides java.lang from it in part", counts);
        return null;
    }

    /** Whether a class that gets its own code back had probes. */
    private boolean wasWoven(byte[] bytes) {
        try {
            return weaver.weave(bytes) != null;
        } catch (RuntimeException wasSkipped) {
            return false;
        }
    }

    /** A class that is transformed anew for the third time is still one class. */
    private void skip(String name, String reason, boolean counts) {
        if (skips.add(name, null, null, reason) || counts) {
            skipped.incrementAndGet();
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof OutOfMemoryError) {
            return "no memory was left to weave it (" + message + ")";
        }
        return message == null ? failure.getClass().getName() : message;
    }

    void batchBegins() {
        wovenInBatch = 0;
        restoredInBatch = 0;
        batch = Thread.currentThread();
    }

    void batchEnds() {
        batch = null;
    }

    void batchSucceeded() {
        instrumented.addAndGet(wovenInBatch - restoredInBatch);
    }

    /** The JVM does not take a class with probes: it stays as it is. */
    void refuse(Class<?> type, Throwable why) {
        refused.add(type.getName().replace('.', '/'));
        if (skips.hasClass(type.getName())) {
            return;
        }
        String message = why.getMessage();
        String firstLine = message == null ? "" : ": " + message.split("[\r\n]", 2)[0];
        skip(type.getName(), "the JVM refuses it with probes, " + why.getClass().getSimpleName() + firstLine, false);
    }

    /** How many classes of the program were defined or looked at, wanted or not. */
    public int seen() {
        return seen.get();
    }

    public int instrumented() {
        return instrumented.get();
    }

    /** Whether any class was ever woven, be it restored since. */
    public boolean hasWoven() {
        return hasWoven;
    }

    /** How many classes could not be woven. */
    public int skipped() {
        return skipped.get();
    }
}
