package dev.jprof.api;

/**
 * How a profile is shown: what the artefact jprof-report brings, found as a service in the class loader of this class. All take
 * the bytes of a profile.json; a request that can't be met is an {@link IllegalArgumentException} whose message says why.
 */
public interface Views {
    /** What {@code jprof report --sort SORT --limit LIMIT} prints; an empty limit is none. */
    String table(byte[] profile, String sort, String limit);

    /** What {@code jprof callers} prints for methods whose names a regular expression is found in. */
    String callers(byte[] profile, String regex);

    /** What {@code jprof callees} prints. */
    String callees(byte[] profile, String regex);

    /** What {@code jprof tree} prints. */
    String tree(byte[] profile);

    /** The page that {@code jprof html} writes. */
    String html(byte[] profile, String title);
}
