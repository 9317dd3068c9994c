package dev.jprof.report.check.format;

import dev.jprof.report.check.CheckResult;
import java.io.IOException;
import java.io.Writer;

/** One way to write the result of a check. */
public interface CheckFormat {
    /** Writes all of it; leaves {@code out} open. */
    void write(CheckResult result, Writer out) throws IOException;
}
