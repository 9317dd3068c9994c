package dev.jprof.report.compare;

/** What happened to a method's code between two sides. */
public enum Code {
    /** Other instructions or handlers. */
    CHANGED("changed"),
    /** The same instructions and handlers: whatever became slower lies elsewhere. */
    SAME("same"),
    /** A profile does not say, as of JDK methods. */
    UNKNOWN("?"),
    /** Not called in the base. */
    NEW("new"),
    /** No longer called. */
    GONE("gone");

    private final String word;

    Code(String word) {
        this.word = word;
    }

    /** As tables print it. */
    public String word() {
        return word;
    }
}
