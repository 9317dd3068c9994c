package dev.jprof.agent.options;

import java.util.EnumMap;
import java.util.Map;

/**
 * The text after the {@code =} of {@code -javaagent}: {@code key=value} pairs separated by commas. A comma inside a value
 * is written {@code \,}; a backslash before anything else is itself, so that Windows paths need no care.
 */
final class AgentArgs {
    private AgentArgs() {}

    static EnumMap<Option, String> read(String text) throws OptionException {
        EnumMap<Option, String> values = new EnumMap<Option, String>(Option.class);
        StringBuilder pair = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                put(pair.toString(), values);
                pair.setLength(0);
            } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                pair.append(',');
                i++;
            } else {
                pair.append(c);
            }
        }
        put(pair.toString(), values);
        return values;
    }

    static String write(Map<Option, String> values) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Option, String> value : values.entrySet()) {
            text.append(text.length() == 0 ? "" : ",")
                    .append(value.getKey().key())
                    .append('=');
            text.append(value.getValue().replace(",", "\\,"));
        }
        return text.toString();
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
