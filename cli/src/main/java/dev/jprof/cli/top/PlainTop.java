package dev.jprof.cli.top;

import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where there is no terminal: one small table each second. */
public final class PlainTop {
    private static final int ROWS = 10;

    private final Snapshots snapshots;
    private final Writer out;
    private final CountDownLatch left = new CountDownLatch(1);

    public PlainTop(Snapshots snapshots, Writer out) {
        this.snapshots = snapshots;
        this.out = out;
    }

    /** Ends it; from any thread. */
    public void leave() {
        left.countDown();
    }

    /**
     * Returns when somebody leaves, the program ends or so many tables are printed.
     *
     * @param tables 0 for no limit
     */
    public void print(int tables) throws IOException, InterruptedException {
        Profile first = snapshots.next();
        Recorded recorded = new Recorded();
        recorded.add(first);
        out.write(snapshots.title() + "\n\n");
        try {
            for (int table = 1; !left.await(1, TimeUnit.SECONDS); table++) {
                recorded.add(snapshots.next());
                write(recorded.shown(true));
                if (table == tables) {
                    return;
                }
            }
        } catch (Snapshots.Ended ended) {
            out.write(ended.getMessage() + "\n");
            write(recorded.shown(false));
        }
    }

    private void write(Profile profile) throws IOException {
        for (String line : PlainTable.lines(profile, ROWS)) {
            out.write(line + "\n");
        }
        out.flush();
    }
}
