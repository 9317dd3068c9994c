package dev.jprof.report.view;

import dev.jprof.report.model.AllocatedBytes;
import dev.jprof.report.model.Histogram;

/** A row of any list that can be sorted and limited. The unit of times is the list's own. */
public interface Listed {
    long calls();

    long primitiveCalls();

    /** Time without callees. */
    double self();

    /** Time with callees, outermost activations only. */
    double total();

    /** How long single calls took. */
    Histogram histogram();

    /** What was allocated, if that is known. */
    default AllocatedBytes allocated() {
        return AllocatedBytes.UNKNOWN;
    }

    /** Source file; {@code ~} for a row that has none. */
    String file();

    int line();

    /** The name without file and line. */
    String function();

    /** The name as the list prints it; regular expressions look at this. */
    String printed();
}
