package dev.jprof.agent.options;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;

/** A file of {@code key=value} lines in UTF-8. Spaces around key and value, empty lines and lines with # are skipped. */
final class ConfigFile {
    /** Some editors write it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigFile() {}

    static EnumMap<Option, String> read(String path) throws OptionException {
        EnumMap<Option, String> values = new EnumMap<Option, String>(Option.class);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(path), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                boolean isMarked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
                readLine((isMarked ? line.substring(1) : line).trim(), values, path + " line " + number);
            }
        } catch (IOException e) {
            throw new OptionException("cannot read config file: " + e.getMessage());
        }
        return values;
    }

    private static void readLine(String line, EnumMap<Option, String> values, String where) throws OptionException {
        if (line.startsWith("#")) {
            return;
        }
        try {
            int equals = line.indexOf('=');
            AgentArgs.put(
                    equals < 0
                            ? line
                            : line.substring(0, equals).trim() + "="
                                    + line.substring(equals + 1).trim(),
                    values);
            if (values.containsKey(Option.CONFIG)) {
                throw new OptionException("a config file cannot name another one");
            }
        } catch (OptionException e) {
            throw new OptionException(where + ": " + e.getMessage());
        }
    }
}
