package dev.jprof.report.foreign;

import dev.jprof.report.io.ProfileFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What can be imported. */
public enum Kind {
    /** A recording of JDK Flight Recorder, or of a tool that writes such. */
    JFR,
    /** Lines of frames with semicolons between, and a number. */
    COLLAPSED,
    /** Google's perftools.profiles.Profile. */
    PPROF;

    /** The tags of a pprof's fields, any of which may be first: Go begins with the time, others with the types of samples. */
    private static final String TAGS = "\n\u0012\u001a\"*28@HPZ`hjpx";

    /** Frames of PHP may begin with a brace too: {@code {main};work 3}. */
    private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]");

    /** How many bytes {@link #of} looks at. */
    static final int LENGTH = 512;

    /** Told from the first bytes, unpacked. */
    static Kind of(byte[] start, Path file) throws ProfileFormatException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            throw new ProfileFormatException(file, "is empty; record it again");
        }
        if (text.startsWith("FLR\0")) {
            return JFR;
        }
        boolean binary = text.chars().anyMatch(c -> c < '\t');
        if (binary && text.startsWith("{")) {
            throw new ProfileFormatException(
                    file,
                    "looks like a pstats file of Python's, which can't be imported; read it with python3 -m pstats");
        }
        if (JSON.matcher(text).lookingAt()) {
            throw new ProfileFormatException(
                    file, "is JSON; a profile.json needs no import, and no other JSON can be read");
        }
        if (text.charAt(0) == '\u0012' || binary && TAGS.indexOf(text.charAt(0)) >= 0) {
            return PPROF;
        }
        if (binary) {
            throw new ProfileFormatException(
                    file, "is neither a JFR recording nor pprof nor text of collapsed stacks; import one of these");
        }
        return COLLAPSED;
    }
}
