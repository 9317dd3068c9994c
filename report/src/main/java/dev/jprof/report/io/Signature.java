package dev.jprof.report.io;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file tell of its kind. */
enum Signature {
    EMPTY("is empty; record it again"),
    GZIP("is gzip-compressed twice; unpack it once"),
    FLIGHT_RECORDING("is a JFR recording (.jfr), not a profile.json; open it with: jfr view"),
    HEAP_DUMP("is a heap dump, not a profile.json"),
    ARCHIVE("is a zip or jar archive, not a profile.json; unpack it first"),
    CLASS_FILE("is a Java class file, not a profile.json"),
    PYTHON_PROFILE("is a Python profile (cProfile, pstats), not a profile.json; open it with: python3 -m pstats"),
    OTHER("");

    /** How many bytes {@link #of} looks at. */
    static final int LENGTH = 12;

    private final String problem;

    Signature(String problem) {
        this.problem = problem;
    }

    /** What to tell the user; empty for {@link #OTHER}. */
    String problem() {
        return problem;
    }

    static Signature of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (text.startsWith("FLR\0")) {
            return FLIGHT_RECORDING;
        }
        if (text.startsWith("JAVA PROFILE")) {
            return HEAP_DUMP;
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return ARCHIVE;
        }
        if (text.startsWith("\u00ca\u00fe\u00ba\u00be")) {
            return CLASS_FILE;
        }
        return isMarshalledDict(text) ? PYTHON_PROFILE : OTHER;
    }

    // A dict whose first key is a tuple; marshal sets the high bit of a type that is referred to again.
    private static boolean isMarshalledDict(String text) {
        return text.length() > 1
                && (text.charAt(0) & 0x7f) == '{'
                && ((text.charAt(1) & 0x7f) == '(' || (text.charAt(1) & 0x7f) == ')');
    }
}
