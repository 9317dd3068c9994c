package dev.jprof.agent.instrument;

/** What has an id: an instrumented method, a JDK or native method that is recorded at its call sites, a span. Immutable. */
public final class WovenMethod {
    /** Binary name with dots. */
    public final String className;

    public final String name;
    public final String descriptor;

    /** Source file name, or null. */
    public final String file;

    /** First line with code, or 0. */
    public final int line;

    /** Recorded at call sites because it can't be instrumented itself. */
    public final boolean atCallSites;

    /** Counted only: its time belongs to its caller. */
    public final boolean leaf;

    /** The {@linkplain CodeHash hash} of its code before weaving; 0 when unknown, or when classes of one name disagree. */
    private volatile long codeHash;

    WovenMethod(
            String className,
            String name,
            String descriptor,
            String file,
            int line,
            boolean atCallSites,
            boolean leaf,
            long codeHash) {
        this.className = className;
        this.name = name;
        this.descriptor = descriptor;
        this.file = file;
        this.line = line;
        this.atCallSites = atCallSites;
        this.leaf = leaf;
        this.codeHash = codeHash;
    }

    static WovenMethod span(String name) {
        return new WovenMethod("", name, "", null, 0, false, false, 0);
    }

    /** No method but a span, which the program opens and closes itself. */
    public boolean isSpan() {
        return className.isEmpty();
    }

    /** As profile.json has it. */
    public String kind() {
        return isSpan() ? "span" : atCallSites ? "jdk" : "java";
    }

    public long codeHash() {
        return codeHash;
    }

    /** Another class of the same name has a method with this hash. */
    void sharedWith(long hash) {
        if (hash != codeHash) {
            codeHash = 0;
        }
    }

    /** A leaf's node has no room for callees: where another class of the same name has more in the method, that is another one. */
    String key() {
        return (atCallSites ? "{" : leaf ? "." : "") + className + ';' + name + descriptor + ' ' + line;
    }
}
