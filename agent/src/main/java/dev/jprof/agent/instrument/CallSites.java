package dev.jprof.agent.instrument;

import java.util.Set;

/**
 * The calls that are recorded where they are made, because what they call can't be instrumented: JDK methods under
 * {@code jdk=calls}, and native methods of the class itself.
 */
final class CallSites {
    private final MethodTable methods;
    private final JdkPackages jdk;
    private final String owner;
    private final Set<String> natives;

    /**
     * @param jdk the JDK's packages, or null when its calls are not recorded
     * @param natives name and descriptor of the native methods of {@code owner}
     */
    CallSites(MethodTable methods, JdkPackages jdk, String owner, Set<String> natives) {
        this.methods = methods;
        this.jdk = jdk;
        this.owner = owner;
        this.natives = natives;
    }

    /** The id under which a call is recorded, or -1. */
    int idOf(String target, String name, String descriptor) {
        if (target.equals(owner) && natives.contains(name + descriptor)) {
            return methods.idOf(callee(target, name, descriptor));
        }
        if (jdk == null) {
            return -1;
        }
        String called = target.charAt(0) == '[' ? "java/lang/Object" : target;
        return jdk.contains(called) ? methods.idOf(callee(called, name, descriptor)) : -1;
    }

    private static WovenMethod callee(String target, String name, String descriptor) {
        return new WovenMethod(target.replace('/', '.'), name, descriptor, null, 0, true, false, 0);
    }
}
