package dev.jprof.report.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes beyond those of JSON: {@code <} and the two line separators of old JavaScript, so that a document can stand in a
 * script element, and surrogates, so that a name with a lone one can be written at all.
 */
final class SafeEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    SafeEscapes() {
        ascii['<'] = ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        boolean unsafe = c == '<' || c == 0x2028 || c == 0x2029 || c >= 0xD800 && c <= 0xDFFF;
        return unsafe ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c)) : null;
    }
}
