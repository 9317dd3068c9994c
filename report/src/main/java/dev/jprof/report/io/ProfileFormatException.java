package dev.jprof.report.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that can't be read as a profile. The message is one line: file, place, what is wrong and what to do. */
public final class ProfileFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProfileFormatException(Path file, String problem) {
        super(oneLine(file + ": " + problem));
    }

    /** There is no file of this name. */
    static ProfileFormatException missing(Path file) {
        return new ProfileFormatException(
                file,
                file.toString().equals("-")
                        ? "no such file; standard input is called /dev/stdin here"
                        : "no such file; record one with: jprof run -- java ...");
    }

    // File names and keys may hold line breaks and terminal escapes.
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean harmless = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
            if (harmless) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return line.toString();
    }
}
