package dev.jprof.agent.options;

import java.util.EnumMap;
import java.util.Map;

/**
 * The text after the {@code =} of {@code -javaagent}: {@code key=value} pairs separated by commas. A comma inside a value
 * is written {@code \,}, and a character beyond U+FFFF, which JVMs garble in options, as its number in {@code \}{@code u{1f600}}; a
 * backslash before anything else is itself, so that Windows paths need no care.
 */
final class AgentArgs {
    private static final String NUMBER = "\\u{";

    private AgentArgs() {}

    static EnumMap<Option, String> read(String text) throws OptionException {
        EnumMap<Option, String> values = new EnumMap<Option, String>(Option.class);
        StringBuilder pair = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                put(withCharacters(pair.toString()), values);
                pair.setLength(0);
            } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                pair.append(',');
                i++;
            } else {
                pair.append(c);
            }
        }
        put(withCharacters(pair.toString()), values);
        return values;
    }

    static String write(Map<Option, String> values) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Option, String> value : values.entrySet()) {
            text.append(text.length() == 0 ? "" : ",")
                    .append(value.getKey().key())
                    .append('=');
            append(value.getValue().replace(",", "\\,"), text);
        }
        return text.toString();
    }

    private static void append(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int character = value.codePointAt(i);
            if (Character.isSupplementaryCodePoint(character)) {
                text.append(NUMBER).append(Integer.toHexString(character)).append('}');
            } else {
                text.append((char) character);
            }
        }
    }

    private static String withCharacters(String value) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int at = value.indexOf(NUMBER); at >= 0; at = value.indexOf(NUMBER, at + 1)) {
            int end = value.indexOf('}', at);
            int character = end < 0 ? 0 : number(value.substring(at + NUMBER.length(), end));
            if (Character.isSupplementaryCodePoint(character)) {
                text.append(value, done, at).appendCodePoint(character);
                done = end + 1;
            }
        }
        return text.append(value, done, value.length()).toString();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Puts one {@code key=value} into the map; an empty text is none. */
    static void put(String pair, Map<Option, String> values) throws OptionException {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        Option option = Option.named(equals < 0 ? pair : pair.substring(0, equals));
        if (equals < 0) {
            throw new OptionException("option '" + pair + "' needs a value: " + pair + "=" + option.placeholder());
        }
        if (values.put(option, pair.substring(equals + 1)) != null) {
            throw new OptionException("option '" + option.key() + "' is given twice");
        }
    }
}
