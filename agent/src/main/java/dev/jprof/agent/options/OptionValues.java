package dev.jprof.agent.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was given for options, read as what each expects. */
final class OptionValues {
    private static final int LONGEST_INTERVAL_MILLIS = 60000;

    private final EnumMap<Option, String> given;

    OptionValues(EnumMap<Option, String> given) {
        this.given = given;
    }

    Map<Option, String> copy() {
        return new EnumMap<Option, String>(given);
    }

    boolean has(Option option) {
        return given.containsKey(option);
    }

    /** What was given, or the default. */
    String of(Option option) {
        String value = given.get(option);
        return value == null ? option.defaultValue() : value;
    }

    void checkPath(Option option) throws OptionException {
        String path = of(option);
        if (path.isEmpty() || path.endsWith("/") || path.endsWith("\\")) {
            throw bad(option, path, "the path of a file to write");
        }
    }

    List<String> patterns(Option option) throws OptionException {
        List<String> patterns = new ArrayList<String>();
        String value = of(option);
        for (int start = 0; start <= value.length(); ) {
            int colon = value.indexOf(':', start);
            int end = colon < 0 ? value.length() : colon;
            if (end > start) {
                patterns.add(value.substring(start, end));
            }
            start = end + 1;
        }
        if (hasAny(value, ",;/\\") || (patterns.isEmpty() && option == Option.INCLUDE)) {
            throw bad(option, value, "class names with dots, such as com.acme.*, separated by ':'");
        }
        return Collections.unmodifiableList(patterns);
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean isSecondChoice(Option option, String first, String second) throws OptionException {
        return choice(option, first, second).equals(second);
    }

    String choice(Option option, String... choices) throws OptionException {
        String value = of(option);
        if (!Arrays.asList(choices).contains(value)) {
            int last = choices.length - 1;
            throw bad(option, value, String.join(", ", Arrays.copyOf(choices, last)) + " or " + choices[last]);
        }
        return value;
    }

    long millis(Option option) throws OptionException {
        long millis = TimeSpan.millis(of(option));
        if (millis < 0) {
            throw bad(option, of(option), "seconds such as 5 or 0.5, or 500ms, 2s, 1m");
        }
        return millis;
    }

    /** Milliseconds from one sample to the next. */
    int interval(Option option) throws OptionException {
        long millis = millis(option);
        if (millis < 1 || millis > LONGEST_INTERVAL_MILLIS) {
            throw bad(option, of(option), "1ms to 1m");
        }
        return (int) millis;
    }

    void refuseOptionsOf(String otherMode) throws OptionException {
        for (Option option : given.keySet()) {
            if (option.mode().equals(otherMode)) {
                throw new OptionException(
                        "option '" + option.key() + "' means nothing with mode=" + of(Option.MODE) + "; leave it out");
            }
        }
    }

    int count(Option option) throws OptionException {
        try {
            int count = Integer.parseInt(of(option));
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a negative number.
        }
        throw bad(option, of(option), "a whole number from 0 to " + Integer.MAX_VALUE);
    }

    static OptionException bad(Option option, String value, String expected) {
        return new OptionException("option '" + option.key() + "' expects " + expected + ", not '" + value + "'");
    }
}
