package dev.jprof.cli.attach;

import java.io.IOException;
import java.nio.file.Path;

/** A recording has ended, and its profile could not be written where it was to be. */
public final class KeptElsewhere extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Path place;
    private final IOException reason;

    KeptElsewhere(Path place, IOException reason) {
        super(reason.getMessage() + "; the profile is in " + place, reason);
        this.place = place;
        this.reason = reason;
    }

    /** The file that has the profile. */
    public Path place() {
        return place;
    }

    public IOException reason() {
        return reason;
    }
}
