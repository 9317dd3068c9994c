package dev.jprof.cli.shell;

import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The tables of what is loaded, in one of two styles, with the order in which they are shown. */
interface Tables {
    /**
     * Adds another profile up.
     *
     * @param source the line that pstats prints above its table
     */
    void add(Profile profile, String source);

    void sort(SortOrder order);

    void reverse();

    void strip();

    void stats(List<Restriction> restrictions, Writer out) throws IOException;

    void relatives(Direction direction, List<Restriction> restrictions, Writer out) throws IOException;

    /** What is loaded, added up, as it was read. */
    Profile read();

    /** What is loaded, added up, as it is shown, with paths through {@code focus} only. */
    Profile shown(List<String> focus);
}
