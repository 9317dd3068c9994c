package dev.jprof.cli;

/** What {@code --columns} says of itself, whatever the verb. */
final class ColumnWords {
    static final String ALL =
            "Columns in order, with commas or repeated: ncalls, pcalls (not recursive), samples (of a sampled profile), tottime, toterr (how far"
                    + " tottime may be off), percall, cumtime, cumerr, cumpercall, %%self and %%total (of all self"
                    + " time), errors (calls left by an exception), open (not ended), threads, running and waiting"
                    + " (parts of tottime), p50, p99 and max (how long one call took with its callees: median, 99th"
                    + " percentile, longest), alloc, allocerr, allocpercall and cumalloc (allocated bytes, of a run with"
                    + " --alloc on), name.";

    /** Behind the usual columns. */
    static final String SORTED = ", and what --sort goes by.";

    private ColumnWords() {}
}
