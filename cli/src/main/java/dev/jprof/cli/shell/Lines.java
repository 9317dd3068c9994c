package dev.jprof.cli.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where commands come from. */
public interface Lines {
    /**
     * The next line, or null when there is none.
     *
     * @param prompt shown where a person types
     */
    @Nullable
    String next(String prompt) throws IOException;
}
