package dev.jprof.agent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;

/** What the JVM calls for each class that it defines. Never throws: a class that can't be woven runs as it is. */
public final class WeavingTransformer implements ClassFileTransformer {
    private final ClassFilter filter;
    private final ClassWeaver weaver;
    private final Skips skips;
    private final ProbeVisibility probes = new ProbeVisibility();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger instrumented = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    /**
     * @param jdkCalls whether calls of JDK methods are recorded at their call sites
     * @param leaves whether methods that do nothing worth timing are counted only
     */
    public WeavingTransformer(ClassFilter filter, MethodTable methods, Skips skips, boolean jdkCalls, boolean leaves) {
        this.filter = filter;
        this.skips = skips;
        this.weaver = new ClassWeaver(methods, skips, jdkCalls ? new JdkPackages() : null, leaves);
    }

    /**
     * Weaves a class of the agent's own and throws the result away, so that all that weaving needs is loaded before the first
     * class is defined: loading it from inside a class definition could go in circles.
     */
    public void warmUp(byte[] anyClass) {
        new ClassWeaver(new MethodTable(), new Skips(), null, true).weave(anyClass);
        filter.isApplication(null, "a/b", ClassFilter.class.getProtectionDomain());
        filter.wants("a/b");
        probes.isVisibleTo(WeavingTransformer.class.getClassLoader());
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        try {
            if (!filter.isApplication(loader, name, domain)) {
                return null;
            }
            seen.incrementAndGet();
            if (!filter.wants(name)) {
                return null;
            }
            if (!probes.isVisibleTo(loader)) {
                skipped.incrementAndGet();
                skips.add(name, null, null, "its class loader hides java.lang from it in part");
                return null;
            }
            byte[] woven = weaver.weave(bytes);
            if (woven != null) {
                instrumented.incrementAndGet();
            }
            return woven;
        } catch (Throwable failure) {
            skipped.incrementAndGet();
            skips.add(name == null ? "?" : name, null, null, reason(failure));
            return null;
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message;
    }

    /** How many classes of the program were defined, wanted or not. */
    public int seen() {
        return seen.get();
    }

    public int instrumented() {
        return instrumented.get();
    }

    /** How many classes could not be woven. */
    public int skipped() {
        return skipped.get();
    }
}
