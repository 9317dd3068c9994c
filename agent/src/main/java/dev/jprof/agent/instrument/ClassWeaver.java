package dev.jprof.agent.instrument;

/** Weaves one class: bytes to bytes. Adds no member, computes no frame, looks up no other class. Thread-safe. */
final class ClassWeaver {
    private final MethodTable methods;
    private final Skips skips;
    private final JdkPackages jdk;
    private final boolean leaves;

    /**
     * @param jdk the JDK's packages, or null when its calls are not recorded
     * @param leaves whether methods that do nothing worth timing are counted only
     */
    ClassWeaver(MethodTable methods, Skips skips, JdkPackages jdk, boolean leaves) {
        this.methods = methods;
        this.skips = skips;
        this.jdk = jdk;
        this.leaves = leaves;
    }

    /** The woven class, or null when there is nothing to weave. */
    byte[] weave(byte[] bytes) {
        try {
            return new ByteWeaver(methods, skips, jdk, leaves).weave(bytes);
        } catch (Unfit leftToOther) {
            return weaveWithAsm(bytes);
        } catch (IndexOutOfBoundsException broken) {
            return weaveWithAsm(bytes);
        } catch (NegativeArraySizeException broken) {
            return weaveWithAsm(bytes);
        }
    }

    /** Loads ASM, which most programs never need. */
    private byte[] weaveWithAsm(byte[] bytes) {
        return new AsmWeaver(methods, skips, jdk, leaves).weave(bytes);
    }
}
