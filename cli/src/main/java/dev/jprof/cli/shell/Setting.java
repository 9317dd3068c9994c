package dev.jprof.cli.shell;

import dev.jprof.report.compare.Sides;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.format.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the options of {@code jprof shell} say, and what other verbs do for it. */
public interface Setting {
    /** Whether tables and mistakes are those of Python's pstats. */
    boolean pstats();

    /** Whether the call tree is drawn with lines. */
    boolean boxes();

    /** The layout of jprof's own tables. */
    TextReport text();

    /** Prints text in the style of pstats, its names safe where a terminal shows them. */
    void printPstats(Appendable out, PstatsPrinting text) throws IOException;

    /** Writes text in the style of pstats. */
    interface PstatsPrinting {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * A profile as it is shown, from one as it was read.
     *
     * @param focus what paths must lead through besides
     */
    Profile shown(Profile read, List<String> focus);

    /** A profile as it is compared, from one as it was read. */
    Profile comparable(Profile read);

    /**
     * What differs though it is compared.
     *
     * @throws dev.jprof.report.view.UsageException if it can't be compared
     */
    Comparability checked(Sides sides, boolean counts, boolean force);

    /** Writes a page, unless that would be over the file that was read. */
    void save(HtmlPage page, Path read, Path file) throws IOException;

    /** Says one line about a mistake. */
    void complain(String line);
}
