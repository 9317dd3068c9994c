package dev.jprof.api;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The views that are on the class path, if they are. */
final class InstalledViews {
    private static final String MISSING =
            "views need the artefact jprof-report beside jprof-api, and Java 17; counts, times and write() do not";

    private InstalledViews() {}

    /** The views, or null. */
    static Views find() {
        try {
            Iterator<Views> views = ServiceLoader.load(Views.class, Views.class.getClassLoader())
                    .iterator();
            return views.hasNext() ? views.next() : null;
        } catch (ServiceConfigurationError | LinkageError olderJava) {
            return null;
        }
    }

    /**
     * The views.
     *
     * @throws IllegalStateException when there are none
     */
    static Views get() {
        Views views = find();
        if (views == null) {
            throw new IllegalStateException(MISSING);
        }
        return views;
    }
}
