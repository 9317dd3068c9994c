package dev.jprof.cli.record;

import java.util.ArrayList;
import java.util.List;

/**
 * A command in one piece, taken apart as a shell does it: blanks part words, single and double quotes hold them together, and a
 * backslash takes the next character as it is, except within single quotes. Nothing is expanded.
 */
public final class CommandWords {
    private CommandWords() {}

    /**
     * Returns the words.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    public static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < command.length();
            if (escapes && (quote == 0 || "\\\"$`".indexOf(command.charAt(i + 1)) >= 0)) {
                i++;
                word.append(command.charAt(i));
                inWord = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a " + quote + " is not closed in: " + command);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
